//! Facts about PGs and methods beyond the enums of the core.

use bootpay_core::model::{Bank, Capability, Method, Pg, Status, Support};

/// The kind of payment details in a paid receipt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Details {
    Card,
    Bank,
    Vbank,
    Phone,
    Naver,
    Kakao,
    Payco,
    Toss,
    CashReceipt,
}

/// Finds a PG by its symbol or one of its Korean names.
pub(crate) fn find_pg(name: &str) -> Option<Pg> {
    let by_symbol = Pg::KNOWN.iter().find(|pg| pg.symbol() == name).cloned();
    by_symbol.or_else(|| Pg::from_korean(name))
}

/// The symbols of the PGs that a word names: one of their names, or the first letters of one, two at least.
pub(crate) fn pgs_named(word: &str) -> Vec<&'static str> {
    let whole = find_pg(word);
    let named = |pg: &&Pg| whole.as_ref() == Some(*pg) || begins(word, [Some(pg.symbol()), pg.korean()]);
    Pg::KNOWN.iter().filter(named).map(Pg::symbol).collect()
}

/// The symbols of the methods that a word names.
pub(crate) fn methods_named(word: &str) -> Vec<&'static str> {
    let whole = find_method(word);
    let named =
        |method: &&Method| whole.as_ref() == Some(*method) || begins(word, [Some(method.symbol()), method.korean()]);
    Method::KNOWN.iter().filter(named).map(Method::symbol).collect()
}

/// Returns whether one of the names begins with the word, whatever the case of Latin letters.
fn begins(word: &str, names: [Option<&str>; 2]) -> bool {
    let word = word.to_ascii_lowercase();
    word.chars().count() > 1 && names.into_iter().flatten().any(|name| name.to_ascii_lowercase().starts_with(&word))
}

/// The symbols of all PGs, for messages.
pub(crate) fn pg_symbols() -> String {
    Pg::KNOWN.iter().map(Pg::symbol).collect::<Vec<_>>().join(", ")
}

/// Returns whether the merchant's server approves a payment after the window.
pub(crate) fn has_separate_approval(pg: &Pg) -> bool {
    pg.supports(Capability::SeparateConfirmation) != Support::No
}

/// The name of a PG in a receipt.
pub(crate) fn pg_name(pg: &Pg) -> &str {
    // Second symbols of a PG: the first one has the Korean name.
    let named = match pg {
        Pg::EasyPay => &Pg::Kicc,
        Pg::JtNet => &Pg::TPay,
        Pg::Npay => &Pg::NaverPay,
        pg => pg,
    };
    named.korean().unwrap_or(pg.symbol())
}

/// Returns whether the PG issues billing keys for cards over REST.
pub(crate) fn has_rest_billing(pg: &Pg) -> bool {
    pg.supports(Capability::BillingRest) == Support::Yes
}

/// Finds a bank by its code or one of its Korean names.
pub(crate) fn find_bank(name: &str) -> Option<Bank> {
    let by_code = Bank::KNOWN.iter().find(|bank| bank.symbol() == name).cloned();
    by_code.or_else(|| Bank::from_korean(name))
}

/// The name of a bank with the word for it, if the bank is called so: `국민은행` for `국민`.
pub(crate) fn bank_full_name(bank: &Bank) -> String {
    let name = bank.korean().unwrap_or(bank.symbol());
    let full = format!("{name}은행");
    if Bank::from_korean(&full).as_ref() == Some(bank) { full } else { name.to_owned() }
}

/// Finds a method that can pay by its symbol or one of its Korean names.
pub(crate) fn find_method(name: &str) -> Option<Method> {
    let by_symbol = Method::KNOWN.iter().find(|method| method.symbol() == name).cloned();
    by_symbol.or_else(|| Method::from_korean(name)).filter(pays)
}

/// The symbols of all methods that can pay, for messages.
pub(crate) fn method_symbols() -> String {
    let paying = Method::KNOWN.iter().filter(|method| pays(method));
    paying.map(Method::symbol).collect::<Vec<_>>().join(", ")
}

/// Finds any method that a merchant can activate: those that pay, and identity verification.
pub(crate) fn find_activated(name: &str) -> Option<Method> {
    let identity = [Some(Method::Identity.symbol()), Method::Identity.korean()].contains(&Some(name));
    if identity { Some(Method::Identity) } else { find_method(name) }
}

fn pays(method: &Method) -> bool {
    details(method).is_some_and(|details| details != Details::CashReceipt)
}

/// The payment details of a method; `None` where the emulator cannot pay by it.
pub(crate) fn details(method: &Method) -> Option<Details> {
    Some(match method {
        Method::Card | Method::CardRebill | Method::CardRebillRest => Details::Card,
        Method::Bank | Method::AutomaticTransferRest => Details::Bank,
        Method::VirtualAccount => Details::Vbank,
        Method::Phone => Details::Phone,
        Method::NaverPay | Method::Npay => Details::Naver,
        Method::KakaoPay => Details::Kakao,
        Method::Payco => Details::Payco,
        Method::Toss => Details::Toss,
        Method::CashReceipt => Details::CashReceipt,
        _ => return None,
    })
}

/// The method that a receipt names as used.
pub(crate) fn used(method: &Method) -> &Method {
    match method {
        Method::CardRebill | Method::CardRebillRest => &Method::Card,
        Method::AutomaticTransferRest => &Method::Bank,
        method => method,
    }
}

/// The name of a method in a receipt.
pub(crate) fn method_name(method: &Method) -> &str {
    // Second symbols of a method: the first one has the Korean name.
    let named = match method {
        Method::Npay => &Method::NaverPay,
        Method::CardRebillRest => &Method::CardRebill,
        Method::AutomaticTransferRest => &Method::AutomaticTransfer,
        method => method,
    };
    named.korean().unwrap_or(method.symbol())
}

/// The name of a status in a receipt.
pub(crate) fn status_name(status: &Status) -> &str {
    status.korean().unwrap_or(status.symbol())
}
