//! reqwest with its TLS set up as the core's: the body's bytes.

mod command;
mod floor;

use std::error::Error;

use command::Command;
use reqwest::{Client, Method};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let command = Command::read()?;
    let tls = floor::tls(command.ca.as_deref())?;
    let client = Client::builder().tls_backend_preconfigured(tls).http1_only().tcp_nodelay(true).no_proxy().build()?;
    let [get, cancel, charge] = floor::requests(&command.url).map(|request| {
        let client = client.clone();
        move || {
            let (client, request) = (client.clone(), request.clone());
            async move {
                let mut builder = client
                    .request(if request.body.is_empty() { Method::GET } else { Method::POST }, &request.url)
                    .header("authorization", floor::AUTHORIZATION)
                    .header("accept", "application/json");
                if !request.body.is_empty() {
                    builder = builder.header("content-type", "application/json").body(request.body);
                }
                let reply = builder.send().await.expect("a reply");
                assert!(reply.status().is_success());
                assert!(!reply.bytes().await.expect("a body").is_empty());
            }
        }
    });
    command.run(get, cancel, charge).await
}
