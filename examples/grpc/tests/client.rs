//! A server and a client in one process: what a client reads of an error.

use grpc::{Shop, ShopCode};
use tokio::net::TcpListener;
use tonic::codegen::tokio_stream::wrappers::TcpListenerStream;
use tonic::transport::{Endpoint, Server};
use tonic::{Code, Request, Status};
use tonic_health::pb::HealthCheckRequest;
use tonic_health::pb::health_client::HealthClient;
use tonic_health::pb::health_server::HealthServer;
use tonic_types::StatusExt as _;

/// The error of a request for a service, in a language.
async fn error(service: &str, languages: &'static str) -> Status {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    let server = Server::builder().add_service(HealthServer::new(Shop));
    let server = tokio::spawn(server.serve_with_incoming(TcpListenerStream::new(listener)));
    let mut client = HealthClient::new(Endpoint::from_shared(address).unwrap().connect().await.unwrap());
    let mut request = Request::new(HealthCheckRequest { service: service.to_owned() });
    request.metadata_mut().insert("accept-language", languages.parse().unwrap());
    let status = client.check(request).await.unwrap_err();
    server.abort();
    status
}

#[tokio::test]
async fn a_client_gets_the_code_and_the_arguments() {
    let status = error("tea", "it-CH, en;q=0.5").await;
    assert_eq!(status.code(), Code::Aborted);
    assert_eq!(status.message(), "tea will be available in 12,345 days");
    assert_eq!(code_registry::grpc::code_of(&status), Some(ShopCode::OutOfStock));
    let info = status.get_details_error_info().unwrap();
    assert_eq!((&*info.reason, &*info.domain), ("OUT_OF_STOCK", "shop.example.org"));
    let mut metadata: Vec<_> = info.metadata.iter().map(|(key, value)| (&**key, &**value)).collect();
    metadata.sort_unstable();
    assert_eq!(metadata, [("code", "2"), ("days", "12345"), ("item", "tea")]);
}

#[tokio::test]
async fn texts_are_in_the_language_that_the_request_accepts() {
    for (languages, locale, sentence, name) in [
        ("it-CH, en;q=0.5", "it", "tea sarà disponibile tra 12.345 giorni", "Esaurito"),
        ("ja", "en", "tea will be available in 12,345 days", "Out of stock"),
    ] {
        let details = error("tea", languages).await.get_error_details();
        let message = details.localized_message().unwrap();
        assert_eq!((&*message.locale, &*message.message), (locale, sentence));
        let link = &details.help().unwrap().links[0];
        assert_eq!(
            (&*link.description, &*link.url),
            (name, &*format!("https://errors.example.org/{locale}/2/"))
        );
    }
}

#[tokio::test]
async fn an_unknown_path_is_not_found() {
    let status = error("/coffee", "it").await;
    assert_eq!(status.code(), Code::NotFound);
    assert_eq!(code_registry::grpc::code_of(&status), Some(ShopCode::NotFound));
}
