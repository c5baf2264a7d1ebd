//! The models that a call's values name, for its imports.

use std::collections::BTreeSet;

use crate::console::copy_as::given::{Argument, Given};

/// The names of models.
#[derive(Default)]
pub(super) struct Used {
    pub(super) structs: BTreeSet<&'static str>,
    pub(super) enums: BTreeSet<&'static str>,
    pub(super) moments: bool,
}

impl Used {
    /// The models of these arguments.
    pub(super) fn by(arguments: &[Argument]) -> Self {
        let mut used = Self::default();
        used.arguments(arguments);
        used
    }

    fn arguments(&mut self, arguments: &[Argument]) {
        for argument in arguments {
            self.given(&argument.given);
        }
    }

    fn given(&mut self, given: &Given) {
        match given {
            Given::Word { model, .. } => {
                self.enums.insert(model.name);
            }
            Given::Moment(_) => self.moments = true,
            Given::List(items) => items.iter().for_each(|item| self.given(item)),
            Given::Object { model, fields } => {
                self.structs.insert(model.name);
                self.arguments(fields);
            }
            Given::Variable { .. }
            | Given::Text(_)
            | Given::Amount(_)
            | Given::Number(_)
            | Given::Flag(_)
            | Given::Json(_) => {}
        }
    }
}
