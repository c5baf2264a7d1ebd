//! Every endpoint of the table against every official server SDK.

use bootpay_core::{
    Effect,
    describe::{Endpoint, Provenance, RESOURCES, retry_rule},
};
use serde_json::Value;

/// The known endpoints of the official SDKs.
const SURFACE: &str = include_str!("../../../tests/peers/surface.json");

/// Keys of the surface, and the names of the SDKs.
const SDKS: [(&str, &str); 7] = [
    ("node", "Node"),
    ("python", "Python"),
    ("java", "Java"),
    ("go", "Go"),
    ("php", "PHP"),
    ("dotnet", ".NET"),
    ("ruby", "Ruby"),
];

/// One path of the API in the official SDKs.
struct Known {
    verb: String,
    path: String,
    sdks: Vec<Option<String>>,
    /// Rows of the table, by the surface's own account; none where the client calls it by itself.
    endpoints: Vec<String>,
    /// A row that goes there and has no counterpart in any SDK.
    alone: Vec<String>,
}

pub(crate) fn page() -> String {
    let surface = surface();
    agree(&surface);
    format!("{HEAD}\n{}\n{}\n{}\n{}", totals(&surface), repeating(), resources(&surface), inside(&surface))
}

const HEAD: &str = "\
<!-- Generated from core by `make generate`: change core/src/table/rows.rs or tests/peers/surface.json. -->

# Coverage · 지원 범위

All endpoints of Bootpay's REST API v2 in this library, with their names in each official server SDK; `–` marks an SDK without the endpoint. The second column is the effect of the endpoint: `read` only reads, `write` changes something, `money` moves money or may. The third tells how the shape of the response is known: `recorded` means that bodies were recorded in public sources ([tests/samples](../tests/samples/README.md) holds them, their values replaced), `type declaration` that documentation or an SDK's types describe it, `assumed` that no source shows it and it is taken to be like that of similar endpoints. After `undocumented` come the only SDKs that have the endpoint. [assumptions.md](assumptions.md) lists what else is not certain. [parity.md](parity.md) compares the requests byte by byte.

이 라이브러리가 지원하는 부트페이 REST API v2의 전체 엔드포인트와, 각 공식 서버 SDK의 메서드 이름입니다. SDK에 없는 엔드포인트는 `–`로 표시합니다. 두 번째 열은 엔드포인트의 성격입니다. 조회 요청은 `read`, 상태를 변경하는 요청은 `write`, 결제·취소처럼 돈이 오가거나 오갈 수 있는 요청은 `money`입니다. 세 번째 열은 응답 형식의 근거입니다. 실제 응답이 공개 자료에 기록되어 있으면 `recorded`(값을 바꾼 기록은 [tests/samples](../tests/samples/README.md)에 있습니다), 문서나 SDK의 타입 선언만 있으면 `type declaration`, 어떤 자료에도 없어 비슷한 엔드포인트와 같다고 본 것은 `assumed`입니다. `undocumented`가 있으면 부트페이 문서에는 없고 괄호 안의 SDK에만 있는 엔드포인트입니다. 그 밖에 확실하지 않은 점은 [assumptions.ko.md](assumptions.ko.md)에 정리했습니다. 요청을 바이트 단위로 비교한 결과는 [parity.md](parity.md)에 있습니다.
";

fn surface() -> Vec<Known> {
    let surface: Vec<Value> = serde_json::from_str(SURFACE).expect("the surface is JSON");
    let text = |value: &Value| value.as_str().map(str::to_owned);
    let names =
        |value: &Value| text(value).map_or_else(Vec::new, |names| names.split(", ").map(str::to_owned).collect());
    let known = |entry: &Value| Known {
        verb: text(&entry["verb"]).expect("a verb"),
        path: text(&entry["path"]).expect("a path"),
        sdks: SDKS.iter().map(|(key, _)| text(&entry[*key])).collect(),
        endpoints: names(&entry["endpoint"]),
        alone: names(&entry["alone"]),
    };
    surface.iter().map(known).collect()
}

/// The table and the surface must know the same paths and call the rows alike.
fn agree(surface: &[Known]) {
    let mut rows = Vec::new();
    for resource in RESOURCES {
        for endpoint in resource.endpoints.iter().filter(|endpoint| endpoint.asks_bootpay()) {
            let name = format!("{}.{}", resource.field, endpoint.method);
            let known = find(surface, endpoint);
            let named = known.endpoints.contains(&name) || known.alone.contains(&name);
            assert!(named, "the surface does not name {name}");
            rows.push(name);
        }
    }
    for name in surface.iter().flat_map(|known| known.endpoints.iter().chain(&known.alone)) {
        assert!(rows.contains(name), "the table has no {name}");
    }
}

fn find<'a>(surface: &'a [Known], endpoint: &Endpoint) -> &'a Known {
    surface
        .iter()
        .find(|known| known.verb == endpoint.verb && known.path == endpoint.path)
        .unwrap_or_else(|| panic!("tests/peers/surface.json has no {} {}", endpoint.verb, endpoint.path))
}

fn totals(surface: &[Known]) -> String {
    let rows = SDKS.iter().enumerate().map(|(index, (_, name))| {
        let has = surface.iter().filter(|known| known.sdks[index].is_some()).count();
        format!("| {name} | {has} | {} |\n", surface.len() - has)
    });
    let rows = rows.collect::<Vec<_>>().concat();
    format!(
        "## Totals · 합계\n\n{} endpoints are known, and all of them are here. \
         알려진 엔드포인트는 {0}개이며 모두 지원합니다.\n\n\
         | Official SDK · 공식 SDK | Has · 있음 | Lacks · 없음 |\n| --- | ---: | ---: |\n{rows}",
        surface.len(),
    )
}

/// The retry rule of each effect.
fn repeating() -> String {
    let rules = [Effect::Read, Effect::Write, Effect::Money].map(|effect| {
        let (name, rule) = (effect_name(effect), retry_rule(effect));
        format!("\n### `{name}`\n\nA call that {}\n", rule.replace('\n', "\n- ").replacen('\n', "\n\n", 1))
    });
    format!(
        "## Retries · 재시도\n\nThe effect of a call decides if it is retried. `explain_retry` returns the rule of one call, in every language. \
         재시도 여부는 요청의 성격에 따라 정해집니다. `read`는 클라이언트가 자동으로 재시도하고, `write`와 `money`의 요청은 절대 재전송하지 않습니다. \
         호출별 규칙은 모든 언어에서 `explain_retry`로 확인할 수 있습니다.\n{}",
        rules.concat()
    )
}

fn effect_name(effect: Effect) -> &'static str {
    match effect {
        Effect::Read => "read",
        Effect::Write => "write",
        Effect::Money => "money",
    }
}

fn source(response: Provenance, undocumented: &[&str]) -> String {
    let response = match response {
        Provenance::Recorded => "recorded",
        Provenance::Declared => "type declaration",
        Provenance::Assumed => "assumed",
    };
    if undocumented.is_empty() {
        return response.to_owned();
    }
    format!("{response}; undocumented ({})", undocumented.join(", "))
}

fn resources(surface: &[Known]) -> String {
    let section = |resource: &bootpay_core::describe::Resource| {
        let rows: String = resource
            .endpoints
            .iter()
            .filter(|endpoint| endpoint.asks_bootpay())
            .map(|endpoint| {
                let (name, known) = (format!("{}.{}", resource.field, endpoint.method), find(surface, endpoint));
                let sdks =
                    if known.endpoints.contains(&name) { &known.sdks[..] } else { &[const { None }; SDKS.len()] };
                row(
                    &format!("`{name}`"),
                    effect_name(endpoint.effect),
                    &source(endpoint.response, endpoint.undocumented),
                    known,
                    sdks,
                )
            })
            .collect();
        format!("## {}\n\n{}{rows}\n", resource.field, head())
    };
    RESOURCES.iter().map(section).collect()
}

fn inside(surface: &[Known]) -> String {
    let rows: String = surface
        .iter()
        .filter(|known| known.endpoints.is_empty() && known.alone.is_empty())
        .map(|known| {
            row(
                "made by the client itself · 클라이언트가 직접 호출",
                "read",
                &source(Provenance::Declared, &[]),
                known,
                &known.sdks,
            )
        })
        .collect();
    format!(
        "## Inside the client · 클라이언트 내부\n\n{}{rows}\n\
         Left out: `POST /v2/submit`, a path of API v1 that the official Go SDK sends to v2, where nothing answers it. \
         공식 Go SDK가 v2로 보내는 v1 경로 `POST /v2/submit`은 동작하지 않으므로 지원하지 않습니다.\n",
        head()
    )
}

fn head() -> String {
    let names = SDKS.map(|(_, name)| name).join(" | ");
    format!("| Here | | Known · 근거 | Request | {names} |\n| --- | --- | --- | --- |{}\n", " --- |".repeat(SDKS.len()))
}

fn row(here: &str, effect: &str, source: &str, known: &Known, sdks: &[Option<String>]) -> String {
    let sdk = |name: &Option<String>| name.as_deref().map_or_else(|| " – |".to_owned(), |name| format!(" {name} |"));
    let sdks: String = sdks.iter().map(sdk).collect();
    format!("| {here} | {effect} | {source} | `{} {}` |{sdks}\n", known.verb, known.path)
}
