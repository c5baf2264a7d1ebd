use std::fmt;

use serde::{Deserialize, Deserializer};
use serde_json::Value;

use crate::{check::Violation, wire::ToWire};

/// Defines a text that stands for an object, in whose field it is: the caller may give either.
macro_rules! handle {
    ($(#[$doc:meta])* $Handle:ident of $Object:ident.$field:ident) => {
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq)]
        pub struct $Handle(String);

        impl $Handle {
            /// The field of the object that has the text.
            pub const FIELD: &'static str = stringify!($field);
            /// The object that has it.
            pub const OBJECT: &'static str = stringify!($Object);

            /// Returns the text.
            pub fn text(&self) -> &str {
                &self.0
            }
        }

        impl<T: Into<String>> From<T> for $Handle {
            fn from(text: T) -> Self {
                Self(text.into())
            }
        }

        impl fmt::Debug for $Handle {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(stringify!($Handle))
            }
        }

        impl crate::check::Check for $Handle {
            fn check(&self, _: &str) -> Result<(), Violation> {
                Ok(())
            }
        }

        impl ToWire for $Handle {
            fn to_wire(&self) -> Value {
                self.text().into()
            }
        }

        impl<'de> Deserialize<'de> for $Handle {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                String::deserialize(deserializer).map(Self)
            }
        }
    };
}
handle! {
    /// A notice, or its `serialized`.
    NoticeText of WebhookNotice.serialized
}
handle! {
    /// A delivery, or its `claim`.
    ClaimText of WebhookDelivery.claim
}
