//! The plot: time per sequential call, a bar for each contender.

use std::path::Path;

use plotters::{
    prelude::{
        Color as _, DrawingAreaErrorKind, EmptyElement, IntoDrawingArea as _, PathElement, RGBColor, Rectangle,
        SVGBackend, Text, WHITE,
    },
    style::{IntoFont as _, TextStyle},
};

use crate::{
    contenders::{CONTENDERS, Kind},
    page::heading,
    results::{Quantity, Results},
    turn::What,
};

const WIDTH: i32 = 900;
const ROW: i32 = 22;
const GAP: i32 = 30;
/// Where the bars begin, and where the longest may end.
const BARS: std::ops::Range<i32> = 280..800;
const OURS: RGBColor = RGBColor(0x1f, 0x6f, 0xeb);
const SDK: RGBColor = RGBColor(0xd9, 0x77, 0x06);
const CLIENT: RGBColor = RGBColor(0x9c, 0xa3, 0xaf);
const INK: RGBColor = RGBColor(0x1f, 0x23, 0x28);

type Failure = DrawingAreaErrorKind<std::io::Error>;

/// Writes it; the bars' scale is logarithmic.
pub(crate) fn write(results: &Results, path: &Path) -> Result<(), String> {
    draw(results, path).map_err(|error| format!("{}: {error}", path.display()))
}

fn draw(results: &Results, path: &Path) -> Result<(), Failure> {
    let bar = |key: &str| results.spread(key, What::Plain, Quantity::Wall);
    let longest = CONTENDERS.iter().filter_map(|one| bar(&one.key())).map(|spread| spread.high).fold(1.0, f64::max);
    let shortest = CONTENDERS.iter().filter_map(|one| bar(&one.key())).map(|spread| spread.low).fold(longest, f64::min);
    // A bar begins at a round figure below the shortest.
    let begin = 10_f64.powf(shortest.max(1e-3).log10().floor());
    let span = (longest / begin).log10().max(0.1);
    #[expect(clippy::cast_possible_truncation)]
    let x =
        |value: f64| BARS.start + (f64::from(BARS.end - BARS.start) * (value / begin).log10().max(0.0) / span) as i32;

    let rows = CONTENDERS.iter().filter(|one| bar(&one.key()).is_some()).count();
    #[expect(clippy::cast_possible_truncation, clippy::cast_possible_wrap)]
    let height = 80 + rows as i32 * ROW + results.languages.len() as i32 * GAP;
    let area = SVGBackend::new(path, (WIDTH.unsigned_abs(), height.unsigned_abs())).into_drawing_area();
    area.fill(&WHITE)?;
    let plain: TextStyle<'_> = ("sans-serif", 13).into_font().color(&INK);
    let bold: TextStyle<'_> = ("sans-serif", 15).into_font().style(plotters::style::FontStyle::Bold).color(&INK);
    area.draw(&Text::new(
        format!("µs per look-up, one after another, plain HTTP: median and spread; logarithmic, from {begin:.0}"),
        (10, 12),
        plain.clone(),
    ))?;
    for (number, (color, name)) in
        [(OURS, "bootpay-core"), (SDK, "a payment service's SDK"), (CLIENT, "a bare HTTP client")]
            .into_iter()
            .enumerate()
    {
        let left = 10 + 190 * i32::try_from(number).unwrap_or_default();
        area.draw(&Rectangle::new([(left, 36), (left + 14, 48)], color.filled()))?;
        area.draw(&Text::new(name, (left + 20, 35), plain.clone()))?;
    }
    let mut y = 50;
    for language in &results.languages {
        y += GAP;
        area.draw(&Text::new(heading(language), (10, y - 18), bold.clone()))?;
        for one in CONTENDERS.iter().filter(|one| one.language == language) {
            let Some(spread) = bar(&one.key()) else { continue };
            let color = match one.kind {
                Kind::Ours => OURS,
                Kind::Sdk => SDK,
                Kind::Client => CLIENT,
            };
            area.draw(&Text::new(one.title.replace('*', ""), (24, y + 3), plain.clone()))?;
            area.draw(&Rectangle::new([(BARS.start, y + 3), (x(spread.median), y + ROW - 4)], color.filled()))?;
            let middle = y + ROW / 2;
            area.draw(&PathElement::new([(x(spread.low), middle), (x(spread.high), middle)], INK))?;
            let value = EmptyElement::at((x(spread.high) + 6, y + 3))
                + Text::new(format!("{:.0}", spread.median), (0, 0), plain.clone());
            area.draw(&value)?;
            y += ROW;
        }
    }
    area.present()
}
