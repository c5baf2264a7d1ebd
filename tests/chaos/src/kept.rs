//! The file in which a shop's clients keep their attempts, and which outlives their process; read
//! past them.

use std::{
    collections::BTreeMap,
    env, fs,
    path::{Path, PathBuf},
    process,
    sync::atomic::{AtomicU64, Ordering},
};

use rusqlite::{Connection, OpenFlags};

/// It is removed with this value.
pub(crate) struct Kept(PathBuf);

impl Kept {
    /// A new one, which is there once a client has used it.
    pub(crate) fn new() -> Self {
        static NEXT: AtomicU64 = AtomicU64::new(0);
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let folder = env::temp_dir().join(format!("bootpay-chaos-{}", process::id()));
        fs::create_dir_all(&folder).expect("a folder for what is kept");
        Self(folder.join(format!("{number}.sqlite3")))
    }

    pub(crate) fn path(&self) -> &Path {
        &self.0
    }

    /// The ids of the attempts in it, and whether their answer is known.
    pub(crate) fn attempts(&self) -> BTreeMap<String, bool> {
        // A process may have been killed before it had made the file, or the table in it.
        if !self.0.exists() {
            return BTreeMap::new();
        }
        let read = || -> rusqlite::Result<_> {
            let file = Connection::open_with_flags(&self.0, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
            if !file.table_exists(None, "bootpay_attempts")? {
                return Ok(BTreeMap::new());
            }
            let mut query = file.prepare("SELECT id, answered FROM bootpay_attempts")?;
            query.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect()
        };
        read().expect("what was kept")
    }
}

impl Drop for Kept {
    fn drop(&mut self) {
        for end in ["", "-wal", "-shm"] {
            let mut path = self.0.clone().into_os_string();
            path.push(end);
            let _ = fs::remove_file(path);
        }
        // Empty with the last of them.
        let _ = self.0.parent().map(fs::remove_dir);
    }
}
