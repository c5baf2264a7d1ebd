//! Calls on escrow payments, whose response must show the shipment.

mod start_shipping;
