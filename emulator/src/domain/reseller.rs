//! Sellers of a reseller, and their apps. No source documents the responses: these repeat the request.

use serde_json::{Map, Value};

/// A seller and its first app, from the reseller's request.
pub(crate) fn seller(
    mut told: Map<String, Value>,
    provider_id: &str,
    app_id: &str,
) -> (Map<String, Value>, Map<String, Value>) {
    let mut first = Map::new();
    let name = told.remove("app_name").or_else(|| told.get("company_name").cloned());
    first.insert("name".into(), name.unwrap_or_default());
    first.insert("resources".into(), told.remove("resources").unwrap_or_else(|| Map::new().into()));
    told.insert("provider_id".into(), provider_id.into());
    (told, app(first, provider_id, app_id))
}

/// An app of a seller.
pub(crate) fn app(mut told: Map<String, Value>, provider_id: &str, app_id: &str) -> Map<String, Value> {
    let defaults = [("unit", "KRW".into()), ("real", "실물".into()), ("timezone", "Asia/Seoul".into())];
    for (name, default) in defaults.into_iter().chain([("resources", Map::new().into())]) {
        told.entry(name).or_insert(default);
    }
    told.insert("app_id".into(), app_id.into());
    told.insert("provider_id".into(), provider_id.into());
    told
}

/// A seller with its apps.
pub(crate) fn shown(mut seller: Map<String, Value>, apps: Vec<Value>) -> Value {
    seller.insert("apps".into(), apps.into());
    seller.into()
}
