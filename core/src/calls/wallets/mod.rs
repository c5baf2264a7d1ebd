//! The calls on wallets that move money.

mod charge;
