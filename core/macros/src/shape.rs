//! The item under `#[model]`, parsed once for all languages.

use proc_macro2::TokenStream;
use syn::{
    Attribute, Data, DeriveInput, Expr, Fields, Ident, Lit, LitInt, LitStr, Meta, Path, Result, Token, Type,
    parenthesized,
    parse::{Parse, ParseStream, Parser},
    punctuated::Punctuated,
    spanned::Spanned,
};

pub(crate) enum Shape {
    Struct(Struct),
    Enum(Enum),
}

#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Kind {
    Response,
    Request,
    Input,
    Options,
    Secrets,
    Opaque,
}

pub(crate) struct Struct {
    pub(crate) kind: Kind,
    pub(crate) name: Ident,
    pub(crate) attributes: Vec<Attribute>,
    pub(crate) doc: String,
    /// Names of the API beside those of the fields.
    pub(crate) also: Vec<String>,
    pub(crate) fields: Vec<Field>,
}

pub(crate) struct Field {
    pub(crate) name: Ident,
    pub(crate) ty: Type,
    pub(crate) attributes: Vec<Attribute>,
    pub(crate) doc: String,
    /// The API's name.
    pub(crate) wire: String,
    pub(crate) checks: Vec<Rule>,
    /// An amount that may be nothing.
    pub(crate) from_zero: bool,
    /// An enum value that is sent as its Korean name.
    pub(crate) korean: bool,
    /// A response's field that takes its type's default if absent.
    pub(crate) default: bool,
    /// The function that reads an optional field of a response, where its type alone does not tell the form.
    pub(crate) read: Option<Path>,
    /// The way it is printed, in every language.
    pub(crate) printed: Printed,
}

/// The way a field is printed.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Printed {
    Plain,
    /// A secret, or personal data.
    Masked,
    /// The whole response.
    Omitted,
}

/// A rule that a value must keep.
pub(crate) struct Rule {
    /// The function that knows it.
    pub(crate) path: Path,
    /// The field that it compares the value with.
    pub(crate) with: Option<Ident>,
}

pub(crate) struct Enum {
    pub(crate) open: bool,
    /// Travels as its number.
    pub(crate) numbered: bool,
    pub(crate) name: Ident,
    pub(crate) attributes: Vec<Attribute>,
    pub(crate) doc: String,
    pub(crate) variants: Vec<Variant>,
}

pub(crate) struct Variant {
    pub(crate) name: Ident,
    pub(crate) attributes: Vec<Attribute>,
    pub(crate) doc: String,
    /// The API's value.
    pub(crate) symbol: String,
    /// Korean names, the one to show first.
    pub(crate) names: Vec<String>,
    /// The API's number.
    pub(crate) code: Option<i64>,
}

impl Enum {
    pub(crate) fn has_korean_names(&self) -> bool {
        self.variants.iter().any(|variant| !variant.names.is_empty())
    }
}

impl Variant {
    /// Returns the name in English: the beginning of the doc comment, up to a mark.
    pub(crate) fn english(&self) -> String {
        let sentence = self.doc.split(". ").next().unwrap_or_default();
        sentence.split([';', ':', ',', '(']).next().unwrap_or_default().trim().trim_end_matches('.').to_owned()
    }
}

impl Parse for Rule {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        let path = input.call(Path::parse_mod_style)?;
        if input.is_empty() {
            return Ok(Self { path, with: None });
        }
        let inner;
        parenthesized!(inner in input);
        Ok(Self { path, with: Some(inner.parse()?) })
    }
}

impl Field {
    /// Returns true if it is a `Secret`, or may be one.
    pub(crate) fn is_secret(&self) -> bool {
        let ty = self.optional().unwrap_or(&self.ty);
        matches!(ty, Type::Path(path) if path.path.segments.last().is_some_and(|last| last.ident == "Secret"))
    }

    /// `T` of an `Option<T>`.
    pub(crate) fn optional(&self) -> Option<&Type> {
        let Type::Path(path) = &self.ty else { return None };
        let last = path.path.segments.last()?;
        let syn::PathArguments::AngleBracketed(arguments) = &last.arguments else { return None };
        match arguments.args.first()? {
            syn::GenericArgument::Type(inner) if last.ident == "Option" => Some(inner),
            _ => None,
        }
    }
}

impl Shape {
    pub(crate) fn parse(args: TokenStream, input: DeriveInput) -> Result<Self> {
        let word = if args.is_empty() { None } else { Some(syn::parse2::<Ident>(args)?) };
        if !input.generics.params.is_empty() {
            return Err(syn::Error::new(
                input.generics.span(),
                "a model has no generics: other languages could not name it",
            ));
        }
        let doc = doc_of(&input.attrs);
        if doc.is_empty() {
            return Err(syn::Error::new(
                input.ident.span(),
                "a model needs a doc comment: it is the documentation of every language",
            ));
        }
        match input.data {
            Data::Struct(data) => {
                let kind = match word.as_ref().map(ToString::to_string).as_deref() {
                    None => Kind::Response,
                    Some("request") => Kind::Request,
                    Some("input") => Kind::Input,
                    Some("options") => Kind::Options,
                    Some("secrets") => Kind::Secrets,
                    Some("opaque") => Kind::Opaque,
                    Some(_) => {
                        return Err(syn::Error::new(
                            word.span(),
                            "expected `request`, `input`, `options`, `secrets` or `opaque`",
                        ));
                    }
                };
                let Fields::Named(named) = data.fields else {
                    return Err(syn::Error::new(input.ident.span(), "a model has named fields"));
                };
                let (also, attributes) =
                    input.attrs.into_iter().partition(|attribute| attribute.path().is_ident("also"));
                let also: Vec<Attribute> = also;
                let also = also.iter().map(|name| Ok(name.parse_args::<LitStr>()?.value())).collect::<Result<_>>()?;
                let fields =
                    named.named.into_iter().map(|field| parse_field(field, kind)).collect::<Result<Vec<_>>>()?;
                Ok(Self::Struct(Struct { kind, name: input.ident, attributes, doc, also, fields }))
            }
            Data::Enum(data) => {
                let (open, numbered) = match word.as_ref().map(ToString::to_string).as_deref() {
                    None => (false, false),
                    Some("open") => (true, false),
                    Some("numbered") => (true, true),
                    Some(_) => return Err(syn::Error::new(word.span(), "expected `open` or `numbered`")),
                };
                let variants = data.variants.into_iter().map(parse_variant).collect::<Result<Vec<_>>>()?;
                if let Some(odd) = variants.iter().find(|variant| variant.code.is_some() != numbered) {
                    let rule = "every variant of a `numbered` enum has a `#[code]`, and of others none";
                    return Err(syn::Error::new(odd.name.span(), rule));
                }
                Ok(Self::Enum(Enum { open, numbered, name: input.ident, attributes: input.attrs, doc, variants }))
            }
            Data::Union(_) => Err(syn::Error::new(input.ident.span(), "a model is a struct or an enum")),
        }
    }
}

fn parse_field(field: syn::Field, kind: Kind) -> Result<Field> {
    let span = field.span();
    let name = field.ident.expect("named fields only");
    let doc = doc_of(&field.attrs);
    if doc.is_empty() {
        return Err(syn::Error::new(span, format!("`{name}` needs a doc comment: unit, constraint, meaning")));
    }
    let (mut wire, mut checks, mut attributes) = (name.to_string(), vec![], vec![]);
    let (mut from_zero, mut korean, mut default, mut read) = (false, false, false, None);
    let mut printed = if name == "raw" { Printed::Omitted } else { Printed::Plain };
    for attribute in field.attrs {
        if attribute.path().is_ident("wire") {
            wire = attribute.parse_args::<LitStr>()?.value();
        } else if attribute.path().is_ident("check") {
            checks.push(attribute.parse_args::<Rule>()?);
        } else if attribute.path().is_ident("from_zero") {
            from_zero = true;
        } else if attribute.path().is_ident("korean") {
            korean = true;
        } else if attribute.path().is_ident("personal") {
            printed = Printed::Masked;
        } else if attribute.path().is_ident("default") && kind == Kind::Response {
            default = true;
        } else if attribute.path().is_ident("read") && kind == Kind::Response {
            read = Some(attribute.parse_args_with(Path::parse_mod_style)?);
        } else {
            attributes.push(attribute);
        }
    }
    if matches!(kind, Kind::Response | Kind::Opaque) && (name != wire || !checks.is_empty() || from_zero || korean) {
        return Err(syn::Error::new(
            span,
            "`#[wire]`, `#[check]`, `#[from_zero]` and `#[korean]` are for what is sent; a reply's field has the API's name",
        ));
    }
    let mut field =
        Field { name, ty: field.ty, attributes, doc, wire, checks, from_zero, korean, default, read, printed };
    if field.read.is_some() && field.optional().is_none() {
        return Err(syn::Error::new(span, "`#[read]` is for an optional field of a response"));
    }
    if field.is_secret() {
        field.printed = Printed::Masked;
    }
    if matches!(kind, Kind::Options | Kind::Secrets) && field.optional().is_none() {
        return Err(syn::Error::new(span, "every option is an `Option`"));
    }
    Ok(field)
}

fn parse_variant(variant: syn::Variant) -> Result<Variant> {
    if !matches!(variant.fields, Fields::Unit) {
        return Err(syn::Error::new(variant.span(), "the words of an enum carry no data"));
    }
    let doc = doc_of(&variant.attrs);
    if doc.is_empty() {
        return Err(syn::Error::new(variant.span(), "a variant needs a doc comment"));
    }
    let (mut words, mut code, mut attributes) = (vec![], None, vec![]);
    for attribute in variant.attrs {
        if attribute.path().is_ident("name") {
            let Meta::List(list) = &attribute.meta else {
                return Err(syn::Error::new(attribute.span(), "expected `#[name(\"symbol\", \"한글\")]`"));
            };
            let literals = Punctuated::<LitStr, Token![,]>::parse_terminated.parse2(list.tokens.clone())?;
            words = literals.iter().map(LitStr::value).collect();
        } else if attribute.path().is_ident("code") {
            code = Some(parse_code(&attribute)?);
        } else {
            attributes.push(attribute);
        }
    }
    let symbol = if words.is_empty() { snake_case(&variant.ident.to_string()) } else { words.remove(0) };
    Ok(Variant { name: variant.ident, attributes, doc, symbol, names: words, code })
}

fn parse_code(attribute: &Attribute) -> Result<i64> {
    match attribute.parse_args::<Expr>()? {
        Expr::Lit(syn::ExprLit { lit: Lit::Int(number), .. }) => number.base10_parse(),
        Expr::Unary(syn::ExprUnary { op: syn::UnOp::Neg(_), expr, .. }) => {
            let number: LitInt = syn::parse2(quote::quote!(#expr))?;
            Ok(-number.base10_parse::<i64>()?)
        }
        other => Err(syn::Error::new(other.span(), "expected a whole number")),
    }
}

fn doc_of(attributes: &[Attribute]) -> String {
    let lines: Vec<String> = attributes
        .iter()
        .filter(|attribute| attribute.path().is_ident("doc"))
        .filter_map(|attribute| match &attribute.meta {
            Meta::NameValue(syn::MetaNameValue {
                value: Expr::Lit(syn::ExprLit { lit: Lit::Str(text), .. }), ..
            }) => Some(text.value().strip_prefix(' ').map_or_else(|| text.value(), str::to_owned)),
            _ => None,
        })
        .collect();
    lines.join("\n").trim().to_owned()
}

fn snake_case(name: &str) -> String {
    let mut snake = String::new();
    for (at, letter) in name.char_indices() {
        if letter.is_uppercase() && at > 0 {
            snake.push('_');
        }
        snake.extend(letter.to_lowercase());
    }
    snake
}
