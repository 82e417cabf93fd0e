//! The making of an artefact: a draft folder that becomes the artefact by one rename.

use crate::files;
use crate::home::{Artefact, DRAFTS_FOLDER};
use crate::manifest::{
    self, Input, LicenceCount, MANIFEST_BYTES_MAX, MANIFEST_FILE, Machine, Manifest, Program,
    SCHEMA,
};
use crate::{Cost, Duties, Error, Plan, Policy, Scope, Use};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File, TryLockError};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

/// What is known about an artefact only once it has been made.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Outcome {
    /// By SPDX licence expression.
    pub licences: BTreeMap<String, LicenceCount>,
    pub scope: Scope,
    pub duties: Duties,
    pub cost: Cost,
    /// Whatever tells how good it is; an object.
    pub metrics: Value,
    /// Uses that an input does not allow.
    pub forbidden: BTreeSet<Use>,
}

impl Outcome {
    /// Adds the documents of an input, with their licences, scope and duties: for what is made of
    /// an input's text, or continues from a parent model.
    pub fn inherit(&mut self, input: &Manifest) {
        for (licence, count) in &input.licences {
            let sum = self.licences.entry(licence.clone()).or_default();
            sum.documents += count.documents;
            sum.bytes += count.bytes;
        }
        self.restrict(input);
    }

    /// Takes on scope, duties and forbidden uses of an input whose documents are counted elsewhere,
    /// as those of a tokenizer that was trained on the same corpus.
    pub fn restrict(&mut self, input: &Manifest) {
        self.scope = self.scope.combine(input.scope);
        self.duties = self.duties.combine(input.duties);
        let is_forbidden = |r#use: &Use| !input.allowed_uses.contains(r#use);
        self.forbidden
            .extend(Use::ALL.into_iter().filter(is_forbidden));
    }

    /// The uses that every input and every licence permits within the scope.
    fn allowed_uses(&self) -> Vec<Use> {
        let policy = Policy::for_scope(self.scope);
        let permitted = |r#use| {
            !self.forbidden.contains(&r#use)
                && self
                    .licences
                    .keys()
                    .all(|licence| policy.decide(licence, r#use).allowed)
        };
        Use::ALL.into_iter().filter(|u| permitted(*u)).collect()
    }
}

/// A folder in which an artefact is being made; nobody else can work on it meanwhile.
///
/// Dropped without [`Draft::commit`], or left behind by a killed program, it stays where it is,
/// harms nobody, and can be taken up again with [`crate::Home::resume`].
#[derive(Debug)]
pub struct Draft {
    root: PathBuf,
    plan: Plan,
    path: PathBuf,
    /// Held as long as the draft lives; the system lets go of it when the program dies.
    _lock: File,
}

impl Draft {
    /// An empty draft; an older one with the same key is thrown away.
    pub(crate) fn fresh(root: &Path, plan: &Plan) -> Result<Draft, Error> {
        let draft = Draft::locked(root, plan)?;
        if draft.path.exists() {
            draft.make_writable()?;
            fs::remove_dir_all(&draft.path).map_err(|e| Error::io("remove", &draft.path, e))?;
        }
        draft.remove_scratch()?;
        fs::create_dir_all(&draft.path).map_err(|e| Error::io("create", &draft.path, e))?;
        Ok(draft)
    }

    /// The draft that an earlier run left behind, if there is one.
    pub(crate) fn left_behind(root: &Path, plan: &Plan) -> Result<Option<Draft>, Error> {
        let draft = Draft::locked(root, plan)?;
        if !draft.path.is_dir() {
            return Ok(None);
        }
        // The earlier run may have died within its commit.
        draft.make_writable()?;
        let manifest = draft.path.join(MANIFEST_FILE);
        if manifest.exists() {
            fs::remove_file(&manifest).map_err(|e| Error::io("remove", &manifest, e))?;
        }
        Ok(Some(draft))
    }

    fn locked(root: &Path, plan: &Plan) -> Result<Draft, Error> {
        if !manifest::is_name(&plan.name) {
            return Err(Error::BadName {
                name: plan.name.clone(),
            });
        }
        let drafts = root.join(DRAFTS_FOLDER);
        fs::create_dir_all(&drafts).map_err(|e| Error::io("create", &drafts, e))?;
        let lock = lock(root, &plan.id())?;
        note_inputs(&lock, plan)
            .map_err(|e| Error::io("write", &lock_path(root, &plan.id()), e))?;
        Ok(Draft {
            root: root.to_path_buf(),
            plan: plan.clone(),
            path: drafts.join(plan.id()),
            _lock: lock,
        })
    }

    fn make_writable(&self) -> Result<(), Error> {
        for path in files::walk(&self.path)?.values() {
            files::set_read_only(path, false);
        }
        Ok(())
    }

    /// The folder to write to: plain files, in sub-folders if need be.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// A folder for what is no part of the artefact, but must outlive a kill, as checkpoints: it is there until the
    /// artefact is, and goes with it. Whoever writes to it creates it.
    pub fn scratch(&self) -> PathBuf {
        scratch(&self.root, &self.plan.id())
    }

    fn remove_scratch(&self) -> Result<(), Error> {
        remove_scratch(&self.root, &self.plan.id())
    }

    /// What is being made.
    pub fn plan(&self) -> &Plan {
        &self.plan
    }

    /// Throws the draft away.
    ///
    /// # Errors
    ///
    /// If the folder cannot be removed.
    pub fn discard(self) -> Result<(), Error> {
        self.make_writable()?;
        fs::remove_dir_all(&self.path).map_err(|e| Error::io("remove", &self.path, e))?;
        self.remove_scratch()
    }

    /// Turns the draft into an artefact, which is never changed again.
    ///
    /// Every file is hashed and brought to the disk, the manifest is written last, and one rename
    /// makes the artefact appear: at no moment can anyone see half of it. If equal content under
    /// the same key is there already, the draft is thrown away and that artefact returned.
    ///
    /// # Errors
    ///
    /// [`Error::Exists`] if the artefact exists with other content; [`Error::DiskFull`] and other
    /// input/output errors; [`Error::BadFile`] if the draft holds anything but plain files.
    pub fn commit(self, outcome: Outcome) -> Result<Artefact, Error> {
        let mut manifest = self.manifest(outcome)?;
        let target = self.root.join(manifest.id());
        if target.exists() {
            return self.settle_with(&target, &manifest);
        }
        let manifest_path = self.path.join(MANIFEST_FILE);
        let bytes = manifest.sealed_bytes();
        if bytes.len() as u64 > MANIFEST_BYTES_MAX {
            return Err(Error::LargeManifest {
                path: manifest_path,
                bytes: bytes.len() as u64,
            });
        }
        write_synced(&manifest_path, &bytes)?;
        for relative in manifest.files.keys() {
            files::set_read_only(&self.path.join(relative), true);
        }
        files::set_read_only(&manifest_path, true);
        files::sync_folders(&self.path)?;
        fs::rename(&self.path, &target).map_err(|e| Error::io("create", &target, e))?;
        files::sync_folder(&self.root)?;
        files::sync_folder(&self.root.join(DRAFTS_FOLDER))?;
        // The artefact is there: what is left of its making harms nobody.
        let _ = self.remove_scratch();
        Ok(Artefact {
            path: target,
            manifest,
        })
    }

    fn manifest(&self, outcome: Outcome) -> Result<Manifest, Error> {
        let mut entries = BTreeMap::new();
        for (relative, path) in files::walk(&self.path)? {
            if relative != MANIFEST_FILE {
                entries.insert(relative, files::hash_and_sync_file(&path)?);
            }
        }
        Ok(Manifest {
            schema: SCHEMA,
            kind: self.plan.kind,
            name: self.plan.name.clone(),
            key: self.plan.key(),
            content: manifest::content_hash(&entries),
            inputs: self.plan.inputs.clone(),
            config: self.plan.config.clone(),
            allowed_uses: outcome.allowed_uses(),
            licences: outcome.licences,
            scope: outcome.scope,
            duties: outcome.duties,
            program: Program::this(),
            machine: Machine::this(),
            created: crate::time::now(),
            cost: outcome.cost,
            metrics: outcome.metrics,
            files: entries,
            seal: String::new(),
        })
    }

    /// There is an artefact at `target` already: fine if it is equal, an error if not.
    fn settle_with(self, target: &Path, manifest: &Manifest) -> Result<Artefact, Error> {
        match Artefact::open(target) {
            Ok(artefact) if artefact.manifest.content == manifest.content => {
                self.discard()?;
                Ok(artefact)
            }
            _ => Err(Error::Exists {
                path: target.to_path_buf(),
            }),
        }
    }
}

/// How a lock is called: the draft's name with this.
pub(crate) const LOCK: &str = ".lock";

pub(crate) fn lock_path(root: &Path, id: &str) -> PathBuf {
    root.join(DRAFTS_FOLDER).join(format!("{id}{LOCK}"))
}

/// The lock that whoever makes `id` holds. The file stays: removing it would let a third process lock a file of the same
/// name while a second one still holds the removed one.
pub(crate) fn lock(root: &Path, id: &str) -> Result<File, Error> {
    let path = lock_path(root, id);
    // What another process has noted in it stays.
    let open = File::options()
        .create(true)
        .write(true)
        .truncate(false)
        .open(&path);
    let lock = open.map_err(|e| Error::io("create", &path, e))?;
    // Whoever lists what is unfinished holds it for a moment.
    for wait in (0..10).rev() {
        match lock.try_lock() {
            Ok(()) => return Ok(lock),
            Err(TryLockError::WouldBlock) if wait > 0 => thread::sleep(Duration::from_millis(10)),
            Err(TryLockError::WouldBlock) => {}
            Err(TryLockError::Error(source)) => return Err(Error::io("lock", &path, source)),
        }
    }
    Err(Error::Busy {
        name: id.to_string(),
        lock: path,
    })
}

/// Notes in a lock that is held what the artefact is made of, a line each, so that nobody removes it meanwhile.
fn note_inputs(mut lock: &File, plan: &Plan) -> std::io::Result<()> {
    lock.set_len(0)?;
    let inside = plan.inputs.iter().filter(|input| !input.is_outside());
    inside
        .map(Input::id)
        .try_for_each(|id| writeln!(lock, "{id}"))
}

/// How the folder of checkpoints beside a draft is called: the draft's name with this.
pub(crate) const SCRATCH: &str = ".scratch";

fn scratch(root: &Path, id: &str) -> PathBuf {
    root.join(DRAFTS_FOLDER).join(format!("{id}{SCRATCH}"))
}

/// Removes the scratch of what is called `id`, if there is any.
pub(crate) fn remove_scratch(root: &Path, id: &str) -> Result<(), Error> {
    let scratch = scratch(root, id);
    match fs::remove_dir_all(&scratch) {
        Err(e) if e.kind() != std::io::ErrorKind::NotFound => Err(Error::io("remove", &scratch, e)),
        _ => Ok(()),
    }
}

fn write_synced(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    let write = || {
        let mut file = File::create(path)?;
        file.write_all(bytes)?;
        file.sync_all()
    };
    write().map_err(|e| Error::io("write", path, e))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(target_os = "linux")]
    #[test]
    fn a_full_disk_is_told_with_path_and_remedy() {
        let full = Path::new("/dev/full");
        let error = write_synced(full, b"x").unwrap_err();
        assert!(matches!(&error, Error::DiskFull { path, .. } if path == full));
        let message = error.to_string();
        assert!(
            message.contains("/dev/full") && message.contains("free some space"),
            "{message}"
        );
    }

    #[test]
    fn allowed_uses_are_those_of_all_licences() {
        let count = LicenceCount::default();
        let mut outcome = Outcome::default();
        assert_eq!(outcome.allowed_uses(), Use::ALL);
        outcome.licences.insert("CC-BY-4.0".to_string(), count);
        assert_eq!(outcome.allowed_uses(), Use::ALL);
        outcome.scope = Scope::Internal;
        outcome
            .licences
            .insert("LicenseRef-Confidential".to_string(), count);
        assert!(outcome.allowed_uses().contains(&Use::Train));
        assert!(!outcome.allowed_uses().contains(&Use::Redistribute));
    }
}
