//! Decides if the app closes the window.

use super::{Invalid, rules::open_type};
use crate::model::{CheckClose, WindowEventKind};

/// The method by which a billing key is charged again; its window has no page of a result.
const CHARGED_AGAIN: &str = "card_rebill_rest";

pub(super) fn closes(request: &CheckClose) -> Result<bool, Invalid> {
    let open_type = request.open_type.as_deref().unwrap_or("redirect");
    self::open_type(open_type, "open_type")?;
    let redirected = open_type == "redirect";
    let charged_again = request.method_origin_symbol.as_deref() == Some(CHARGED_AGAIN);
    Ok(match request.event {
        WindowEventKind::Close => true,
        // In a frame the page closes itself, and says so.
        _ if !redirected => false,
        WindowEventKind::Cancel => true,
        WindowEventKind::Error => !request.display_error_result.unwrap_or(true),
        WindowEventKind::Done if charged_again => true,
        WindowEventKind::Done | WindowEventKind::Issued => !request.display_success_result.unwrap_or(false),
        _ => false,
    })
}
