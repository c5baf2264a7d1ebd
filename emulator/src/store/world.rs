//! Set-up files: reads one into the database, and writes the database's projects as one.

use super::transaction::Store;
use crate::domain::project::Owner;
use crate::domain::refusal::{Code, Refusal};
use crate::domain::world::{self, World};

impl Store<'_> {
    /// Adds the projects of a set-up file; refused as a whole where one field of it is wrong.
    pub(crate) fn add_world(&self, text: &str, strict: bool) -> Result<(), Refusal> {
        let refuse = |rule| Code::Control.by(rule);
        let world = World::read(text).map_err(refuse)?;
        let mut owner: Option<(usize, Owner)> = None;
        for planned in &world.projects {
            let (id, keys) = self.new_keys()?;
            let known = owner.as_ref().filter(|(merchant, _)| *merchant == planned.merchant).map(|(_, owner)| owner);
            let project =
                planned.build(id, keys, known, strict).map_err(|wrong| refuse(world.lined(planned, wrong)))?;
            if let Some(wrong) = self.taken(&project, true)? {
                return Err(refuse(world.lined(planned, wrong)));
            }
            self.save_merchant(&project)?;
            owner = Some((planned.merchant, project.owner));
        }
        Ok(())
    }

    /// Every project as a set-up file.
    pub(crate) fn export_world(&self) -> Result<String, Refusal> {
        world::write(&self.merchants()?).map_err(|error| Code::Broken.because(error))
    }
}
