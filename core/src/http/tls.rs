//! TLS roots: the system's, else Mozilla's, plus the caller's.

use std::sync::Arc;

use rustls::{ClientConfig, RootCertStore};

use crate::value::Certificates;

/// The system's certificate authorities, Mozilla's where the system has none, and the extra ones.
pub(super) fn roots(extra: &Certificates) -> RootCertStore {
    let mut roots = RootCertStore::empty();
    // Errors here concern single files of the system's store; the others still count.
    roots.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
    if roots.is_empty() {
        roots.extend(webpki_roots::TLS_SERVER_ROOTS.iter().cloned());
    }
    extra.add_to(&mut roots);
    roots
}

/// TLS that trusts these authorities.
pub(super) fn config(roots: RootCertStore) -> Result<ClientConfig, rustls::Error> {
    // The provider is named here, not installed: a process may have another one.
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    Ok(ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()?
        .with_root_certificates(roots)
        .with_no_client_auth())
}
