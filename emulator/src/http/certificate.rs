//! HTTPS: a certificate authority of the emulator's own, new at every start.

use std::sync::Arc;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use rcgen::{
    BasicConstraints, CertificateParams, CertifiedIssuer, DnType, ExtendedKeyUsagePurpose, IsCa, KeyPair,
    KeyUsagePurpose, PublicKeyData as _, date_time_ymd,
};
use rustls::ServerConfig;
use rustls::pki_types::PrivateKeyDer;
use sha2::{Digest as _, Sha256};

use super::StartError;

/// The certificate that the emulator presents.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Certificate {
    /// Valid, for 127.0.0.1, `::1`, localhost and Bootpay's hosts, which a browser may map to the emulator.
    #[default]
    Valid,
    /// Expired, for the right hosts.
    Expired,
    /// Not expired, for another host.
    WrongHost,
}

/// The server's configuration, and the authority (PEM) that its clients must trust.
pub(crate) struct Tls {
    pub(crate) config: Arc<ServerConfig>,
    pub(crate) ca_pem: String,
    /// SHA-256 of the certificate's public key in Base64: a browser can trust this one key.
    pub(crate) spki: String,
}

/// Makes an authority and a certificate of it.
pub(crate) fn make(certificate: Certificate) -> Result<Tls, StartError> {
    let mut ca = CertificateParams::default();
    ca.distinguished_name.push(DnType::CommonName, "bootpay-emulator");
    ca.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    ca.key_usages = vec![KeyUsagePurpose::KeyCertSign, KeyUsagePurpose::CrlSign];
    // Some verifiers refuse a long validity; this one covers any run.
    ca.not_before = date_time_ymd(2024, 1, 1);
    ca.not_after = date_time_ymd(2044, 1, 1);
    let ca = CertifiedIssuer::self_signed(ca, KeyPair::generate()?)?;

    let hosts: &[&str] = match certificate {
        Certificate::Valid | Certificate::Expired => &["localhost", "127.0.0.1", "::1", "*.bootpay.co.kr"],
        Certificate::WrongHost => &["elsewhere.invalid"],
    };
    let mut leaf = CertificateParams::new(hosts.iter().map(ToString::to_string).collect::<Vec<_>>())?;
    leaf.distinguished_name.push(DnType::CommonName, hosts[0]);
    leaf.key_usages = vec![KeyUsagePurpose::DigitalSignature];
    leaf.extended_key_usages = vec![ExtendedKeyUsagePurpose::ServerAuth];
    leaf.use_authority_key_identifier_extension = true;
    leaf.not_before = date_time_ymd(2024, 1, 1);
    leaf.not_after = match certificate {
        Certificate::Expired => date_time_ymd(2024, 2, 1),
        Certificate::Valid | Certificate::WrongHost => date_time_ymd(2044, 1, 1),
    };
    let key = KeyPair::generate()?;
    let leaf = leaf.signed_by(&key, &ca)?;

    let mut config = ServerConfig::builder_with_provider(Arc::new(rustls::crypto::ring::default_provider()))
        .with_safe_default_protocol_versions()?
        .with_no_client_auth()
        .with_single_cert(vec![leaf.der().clone()], PrivateKeyDer::Pkcs8(key.serialize_der().into()))?;
    config.alpn_protocols = vec![b"http/1.1".to_vec()];
    let spki = STANDARD.encode(Sha256::digest(key.subject_public_key_info()));
    Ok(Tls { config: Arc::new(config), ca_pem: ca.pem(), spki })
}
