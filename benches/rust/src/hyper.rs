//! hyper with hyper-util's pool: the body's bytes.

mod command;
mod floor;

use std::error::Error;

use command::Command;
use http_body_util::{BodyExt as _, Full};
use hyper::Request;
use hyper_rustls::HttpsConnectorBuilder;
use hyper_util::{
    client::legacy::{Client, connect::HttpConnector},
    rt::TokioExecutor,
};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let command = Command::read()?;
    let mut connector = HttpConnector::new();
    connector.set_nodelay(true);
    connector.enforce_http(false);
    let connector = HttpsConnectorBuilder::new()
        .with_tls_config(floor::tls(command.ca.as_deref())?)
        .https_or_http()
        .enable_http1()
        .wrap_connector(connector);
    let client = Client::builder(TokioExecutor::new()).build::<_, Full<bytes::Bytes>>(connector);
    let [get, cancel, charge] = floor::requests(&command.url).map(|request| {
        let client = client.clone();
        move || {
            let (client, request) = (client.clone(), request.clone());
            async move {
                let mut builder = Request::builder()
                    .method(if request.body.is_empty() { "GET" } else { "POST" })
                    .uri(request.url)
                    .header("authorization", floor::AUTHORIZATION)
                    .header("accept", "application/json");
                if !request.body.is_empty() {
                    builder = builder.header("content-type", "application/json");
                }
                let request = builder.body(Full::from(request.body)).expect("a request");
                let reply = client.request(request).await.expect("a reply");
                assert!(reply.status().is_success());
                assert!(!reply.into_body().collect().await.expect("a body").to_bytes().is_empty());
            }
        }
    });
    command.run(get, cancel, charge).await
}
