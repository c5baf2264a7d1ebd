//! Whom to believe to be Bootpay.

use std::sync::Arc;

use rustls::{
    ClientConfig, RootCertStore,
    pki_types::{CertificateDer, pem::PemObject},
};

/// Reads certificates from PEM, or tells the rule that was broken.
pub(crate) fn parse(pem: &str) -> Result<Vec<CertificateDer<'static>>, &'static str> {
    const RULE: &str = "must be certificates in PEM";
    let certificates: Vec<_> =
        CertificateDer::pem_slice_iter(pem.as_bytes()).collect::<Result<_, _>>().map_err(|_| RULE)?;
    let mut store = RootCertStore::empty();
    let (added, refused) = store.add_parsable_certificates(certificates.iter().cloned());
    if added == 0 || refused > 0 { Err(RULE) } else { Ok(certificates) }
}

/// The system's authorities, Mozilla's where the system has none, and the extra ones.
pub(crate) fn roots(extra: &[CertificateDer<'static>]) -> RootCertStore {
    let mut roots = RootCertStore::empty();
    // Errors here concern single files of the system's store; the others still count.
    roots.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
    if roots.is_empty() {
        roots.extend(webpki_roots::TLS_SERVER_ROOTS.iter().cloned());
    }
    roots.add_parsable_certificates(extra.iter().cloned());
    roots
}

/// TLS that believes these authorities.
pub(crate) fn tls(roots: RootCertStore) -> Result<ClientConfig, rustls::Error> {
    // The provider is named here, not installed: a process may have another one.
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    Ok(ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()?
        .with_root_certificates(roots)
        .with_no_client_auth())
}
