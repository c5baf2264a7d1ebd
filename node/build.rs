//! Links the library as Node loads it.

fn main() {
    napi_build::setup();
}
