//! A program that does nothing, over which the others' memory and start are reckoned.

use std::io::{self, Read as _, stdin};

fn main() -> io::Result<()> {
    println!("{{}}");
    stdin().read_to_end(&mut Vec::new())?;
    Ok(())
}
