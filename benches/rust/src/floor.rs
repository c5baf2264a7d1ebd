//! What the bare clients send, and whom they trust.

use std::{error::Error, sync::Arc};

use rustls::{
    ClientConfig, RootCertStore,
    pki_types::{CertificateDer, pem::PemObject as _},
};

use super::command::RECEIPT_ID;

pub(crate) const AUTHORIZATION: &str = "Basic a2V5OnNlY3JldA==";

#[derive(Clone)]
pub(crate) struct Request {
    pub(crate) url: String,
    /// Empty where it looks something up.
    pub(crate) body: String,
}

/// A look-up, a cancel and a charge.
pub(crate) fn requests(url: &str) -> [Request; 3] {
    [
        Request { url: format!("{url}/v2/receipt/{RECEIPT_ID}"), body: String::new() },
        Request {
            url: format!("{url}/v2/cancel"),
            body: format!(r#"{{"receipt_id":"{RECEIPT_ID}","cancel_message":"changed mind"}}"#),
        },
        Request {
            url: format!("{url}/v2/subscribe/payment"),
            body: format!(
                r#"{{"billing_key":"{RECEIPT_ID}","order_name":"green tea","order_id":"order-20261125-1001","price":15000}}"#
            ),
        },
    ]
}

/// Over TLS the system's authorities and the one that is given.
pub(crate) fn tls(ca: Option<&str>) -> Result<ClientConfig, Box<dyn Error>> {
    let mut roots = RootCertStore::empty();
    if let Some(ca) = ca {
        roots.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
        roots.add(CertificateDer::from_pem_slice(ca.as_bytes())?)?;
    }
    Ok(ClientConfig::builder_with_provider(Arc::new(rustls::crypto::ring::default_provider()))
        .with_safe_default_protocol_versions()?
        .with_root_certificates(roots)
        .with_no_client_auth())
}
