use rustls::{
    RootCertStore,
    pki_types::{CertificateDer, pem::PemObject},
};

/// Additional certificate authorities of a client.
#[derive(Clone, Default)]
pub(crate) struct Certificates(Vec<CertificateDer<'static>>);

impl Certificates {
    /// Parses certificates in PEM; the error is the broken rule.
    pub(crate) fn parse(pem: &str) -> Result<Self, &'static str> {
        const RULE: &str = "must be certificates in PEM";
        let certificates: Vec<_> =
            CertificateDer::pem_slice_iter(pem.as_bytes()).collect::<Result<_, _>>().map_err(|_| RULE)?;
        let mut store = RootCertStore::empty();
        let (added, refused) = store.add_parsable_certificates(certificates.iter().cloned());
        if added == 0 || refused > 0 { Err(RULE) } else { Ok(Self(certificates)) }
    }

    pub(crate) fn add_to(&self, store: &mut RootCertStore) {
        store.add_parsable_certificates(self.0.iter().cloned());
    }
}
