//! What the PGs in use can do, and what has to be registered at them.

use super::{About, Found, input::Part, methods::Active};
use crate::{
    check::Violation,
    model::{Capability, Method, Pg, ReadinessCode as Code, Support},
    setup::{addresses, offer::offer},
};

/// Bootpay refuses less, in won.
const MINIMUM: i64 = 100;

pub(super) fn judge(setup: &Part<'_>, active: &[Active], found: &mut Found) -> Result<(), Violation> {
    let mut pgs: Vec<Pg> = Vec::new();
    for pg in active.iter().filter_map(|one| one.pg.as_ref()) {
        if !pgs.contains(pg) {
            pgs.push(pg.clone());
        }
    }
    uses(setup, &pgs, found)?;
    prices(setup, active, found)?;
    for pg in &pgs {
        let methods: Vec<_> = active.iter().filter(|one| one.pg.as_ref() == Some(pg)).collect();
        registrations(setup, pg, &methods, found)?;
        contracts(setup, pg, &methods, found)?;
    }
    Ok(())
}

/// The part of a PG, which may be empty; nothing where the whole part is absent.
fn of_pg<'a>(setup: &Part<'a>, part: &str, pg: &Pg) -> Result<Option<Part<'a>>, Violation> {
    let part = setup.object(part)?;
    part.map(|part| Ok(part.object(pg.symbol())?.unwrap_or_else(Part::empty))).transpose()
}

/// Registrations of Bootpay in the PG's console.
fn registrations(setup: &Part<'_>, pg: &Pg, methods: &[&Active], found: &mut Found) -> Result<(), Violation> {
    let (Some(made), Some(offer)) = (of_pg(setup, "registrations", pg)?, offer(pg)) else { return Ok(()) };
    let flag = |name| made.flag(name);
    let is_live = methods.iter().any(|one| one.live);
    if offer.needs_cancel_address && is_live && flag("cancel_address")? != Some(true) {
        found.add(Code::CancelAddressMissing, About::pg(pg).detail(addresses::cancel_addresses()));
    }
    let vbank = methods.iter().find(|one| one.live && one.method == Method::VirtualAccount);
    if let (Some(path), Some(vbank)) = (offer.deposit_path, vbank)
        && flag("deposit_url")? != Some(true)
    {
        found.add(Code::DepositUrlMissing, About::method(vbank).detail(addresses::deposit_url(path)));
    }
    let identity = methods.iter().find(|one| one.method == Method::Identity);
    if let Some(identity) = identity.filter(|_| *pg == Pg::Kcp && matches!(flag("identity_url"), Ok(Some(false)))) {
        found.add(Code::IdentityUrlMissing, About::method(identity).detail(addresses::identity_hosts()));
    }
    flag("identity_url").map(|_| ())
}

/// Contracts that the set-up says are missing, and refunds that no contract gives.
fn contracts(setup: &Part<'_>, pg: &Pg, methods: &[&Active], found: &mut Found) -> Result<(), Violation> {
    let refund = Capability::VirtualAccountRefund;
    let has = |capability| has_contract(setup, pg, capability);
    if let Some(vbank) = methods.iter().find(|one| one.live && one.method == Method::VirtualAccount) {
        if pg.supports(refund) == Support::No {
            found.add(Code::VirtualAccountNotRefundable, About::method(vbank));
        } else if has(refund)? == Some(false) {
            found.add(Code::VirtualAccountRefundMissing, About::method(vbank));
        }
    }
    if let Some(identity) = methods.iter().find(|one| one.method == Method::Identity)
        && has(Capability::Identity)? == Some(false)
    {
        found.add(Code::IdentityContractMissing, About::method(identity));
    }
    Ok(())
}

fn has_contract(setup: &Part<'_>, pg: &Pg, capability: Capability) -> Result<Option<bool>, Violation> {
    of_pg(setup, "contracts", pg)?.map_or(Ok(None), |contract| contract.flag(capability.symbol()))
}

/// What the merchant uses, and the PGs that cannot do it.
fn uses(setup: &Part<'_>, pgs: &[Pg], found: &mut Found) -> Result<(), Violation> {
    for used in setup.list("uses")?.unwrap_or_default() {
        let capability: Capability = used.known()?;
        if capability == Capability::ChargesInTest {
            continue;
        }
        // One PG is enough for a key or a verification; each PG must do what a payment needs.
        let is_of_one = matches!(
            capability,
            Capability::BillingWindow | Capability::BillingRest | Capability::AccountDebit | Capability::Identity
        );
        if is_of_one {
            let can = |pg: &Pg| !matches!(pg.supports(capability), Support::No | Support::Unknown);
            if !pgs.is_empty() && !pgs.iter().any(can) {
                let names: Vec<_> = pgs.iter().map(Pg::symbol).collect();
                let about = About::nothing().capability(capability).detail(names.join(", "));
                found.add(Code::CapabilityUnknown, about);
            }
            continue;
        }
        for pg in pgs {
            let contract = has_contract(setup, pg, capability)?;
            let code = match pg.supports(capability) {
                Support::Yes => continue,
                Support::No => Code::CapabilityUnsupported,
                Support::ByContract | Support::Unknown if contract == Some(true) => continue,
                Support::ByContract => Code::CapabilityByContract,
                Support::Unknown => Code::CapabilityUnknown,
            };
            found.add(code, About::pg(pg).capability(capability).detail(pg.symbol()));
        }
    }
    Ok(())
}

/// The lowest price, and the minimum of Bootpay and of each live method.
fn prices(setup: &Part<'_>, active: &[Active], found: &mut Found) -> Result<(), Violation> {
    let Some(lowest) = setup.number("lowest_price")? else { return Ok(()) };
    if lowest < MINIMUM {
        found.add(Code::PriceBelowMinimum, About::nothing().detail(MINIMUM.to_string()));
        return Ok(());
    }
    for one in active.iter().filter(|one| one.live) {
        let floors = one.offer().map_or(&[][..], |offer| offer.floors);
        let floor = floors.iter().find(|(method, floor)| *method == one.method.symbol() && lowest < *floor);
        if let Some((_, floor)) = floor {
            found.add(Code::PriceBelowFloor, About::method(one).detail(floor.to_string()));
        }
    }
    Ok(())
}
