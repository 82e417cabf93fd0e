//! The folder in which artefacts live, and the artefacts in it.

use crate::files;
use crate::manifest::{self, Input, MANIFEST_FILE, Manifest};
use crate::{Draft, Error, Lineage, Plan};
use std::fs;
use std::path::{Path, PathBuf};

pub(crate) const DRAFTS_FOLDER: &str = ".drafts";

/// Names at least this alike (Jaro-Winkler, 0 to 1) are suggested for one that does not exist.
const LIKENESS_MIN: f64 = 0.75;
const SUGGESTIONS_MAX: usize = 3;

/// The folder that holds all artefacts, each as `name@key/manifest.json` and its files.
#[derive(Clone, Debug)]
pub struct Home {
    root: PathBuf,
}

/// A finished artefact.
#[derive(Clone, Debug, PartialEq)]
pub struct Artefact {
    /// Its folder.
    pub path: PathBuf,
    pub manifest: Manifest,
}

/// All artefacts of a home.
#[derive(Debug, Default)]
pub struct Listing {
    /// Oldest first.
    pub artefacts: Vec<Artefact>,
    /// Why the others could not be read.
    pub damaged: Vec<Error>,
}

impl Artefact {
    /// Opens the artefact in `folder` and checks its manifest; its files are checked by
    /// [`Artefact::verify`].
    ///
    /// # Errors
    ///
    /// [`Error::BadManifest`] if the manifest is missing, not one, or was changed.
    pub fn open(folder: &Path) -> Result<Artefact, Error> {
        Ok(Artefact {
            path: folder.to_path_buf(),
            manifest: Manifest::read(folder)?,
        })
    }

    /// Names this artefact as an input of another.
    pub fn input(&self, role: &str) -> Input {
        Input {
            role: role.to_string(),
            name: self.manifest.name.clone(),
            key: self.manifest.key.clone(),
            content: self.manifest.content.clone(),
            scope: self.manifest.scope,
            duties: self.manifest.duties,
        }
    }

    /// Reads every file again and compares it with the manifest.
    ///
    /// # Errors
    ///
    /// [`Error::Corrupted`] names the first file, in the order of their names, that is missing,
    /// additional or changed by so much as a bit.
    pub fn verify(&self) -> Result<(), Error> {
        let manifest = Manifest::read(&self.path)?;
        let corrupted = |path: PathBuf, problem: String| Err(Error::Corrupted { path, problem });
        let present = files::walk(&self.path)?;
        for (relative, expected) in &manifest.files {
            let Some(path) = present.get(relative) else {
                return corrupted(self.path.join(relative), "the file is missing".to_string());
            };
            let found = files::hash_file(path)?;
            if found.bytes != expected.bytes {
                let problem = format!(
                    "the file has {} bytes, its manifest says {}",
                    found.bytes, expected.bytes
                );
                return corrupted(path.clone(), problem);
            }
            if found.blake3 != expected.blake3 {
                let problem = "the file was changed: its hash is not that of its manifest";
                return corrupted(path.clone(), problem.to_string());
            }
        }
        let is_known =
            |relative: &str| relative == MANIFEST_FILE || manifest.files.contains_key(relative);
        match present.iter().find(|(relative, _)| !is_known(relative)) {
            Some((_, path)) => corrupted(
                path.clone(),
                "the file does not belong to the artefact".to_string(),
            ),
            None => Ok(()),
        }
    }
}

impl Home {
    /// Opens the home at `root`, which is created if need be.
    ///
    /// # Errors
    ///
    /// If the folder cannot be created.
    pub fn open(root: &Path) -> Result<Home, Error> {
        let drafts = root.join(DRAFTS_FOLDER);
        fs::create_dir_all(&drafts).map_err(|e| Error::io("create", &drafts, e))?;
        Ok(Home {
            root: root.to_path_buf(),
        })
    }

    /// The folder of the home.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The artefact that `plan` makes, if it has been made.
    ///
    /// # Errors
    ///
    /// If its folder is there but its manifest is not sound.
    pub fn existing(&self, plan: &Plan) -> Result<Option<Artefact>, Error> {
        let folder = self.root.join(plan.id());
        if !folder.exists() {
            return Ok(None);
        }
        let artefact = Artefact::open(&folder)?;
        // Folder names show a part of the key only.
        if artefact.manifest.key != plan.key() {
            return Ok(None);
        }
        // A kill right after the artefact had come; nobody needs it now, and what cannot be removed harms nobody.
        let _ = crate::draft::remove_scratch(&self.root, &plan.id());
        Ok(Some(artefact))
    }

    /// Begins to make what `plan` says, from nothing.
    ///
    /// # Errors
    ///
    /// [`Error::BadName`]; [`Error::Busy`] if another process is at it.
    pub fn draft(&self, plan: &Plan) -> Result<Draft, Error> {
        Draft::fresh(&self.root, plan)
    }

    /// Takes up the draft of `plan` that an earlier, killed run left behind, with all its files.
    ///
    /// # Errors
    ///
    /// As [`Home::draft`].
    pub fn resume(&self, plan: &Plan) -> Result<Option<Draft>, Error> {
        Draft::left_behind(&self.root, plan)
    }

    /// The artefact called `name`, the newest if there are several, or `name@` with the beginning
    /// of a key.
    ///
    /// # Errors
    ///
    /// [`Error::NotFound`] with names that look alike; [`Error::Ambiguous`] if several keys begin so;
    /// [`Error::BadManifest`].
    pub fn find(&self, name: &str) -> Result<Artefact, Error> {
        let folders = self.matching(name)?;
        if name.contains('@') && folders.len() > 1 {
            return Err(Error::Ambiguous {
                name: name.to_string(),
                candidates: folders,
            });
        }
        let mut newest: Option<Artefact> = None;
        for folder in folders {
            let artefact = Artefact::open(&self.root.join(folder))?;
            let is_newer = newest
                .as_ref()
                .is_none_or(|other| artefact.manifest.created > other.manifest.created);
            if is_newer {
                newest = Some(artefact);
            }
        }
        newest.map_or_else(|| Err(self.not_found(name)), Ok)
    }

    /// Every artefact.
    ///
    /// # Errors
    ///
    /// If the home cannot be read; damaged artefacts are part of the listing.
    pub fn list(&self) -> Result<Listing, Error> {
        let mut listing = Listing::default();
        for folder in self.folders()? {
            match Artefact::open(&self.root.join(folder)) {
                Ok(artefact) => listing.artefacts.push(artefact),
                Err(error) => listing.damaged.push(error),
            }
        }
        listing
            .artefacts
            .sort_by(|a, b| a.manifest.created.cmp(&b.manifest.created));
        Ok(listing)
    }

    /// All that the artefact was made of, back to the sources.
    ///
    /// # Errors
    ///
    /// As [`Home::find`]. Ancestors that are missing or damaged are marked, not errors.
    pub fn lineage(&self, name: &str) -> Result<Lineage, Error> {
        Ok(Lineage::of(self, vec![self.find(name)?]))
    }

    /// Everything in the home and how it hangs together.
    ///
    /// # Errors
    ///
    /// If the home cannot be read.
    pub fn whole_lineage(&self) -> Result<Lineage, Error> {
        Ok(Lineage::of(self, self.list()?.artefacts))
    }

    /// Removes an artefact for good, and returns its id.
    ///
    /// # Errors
    ///
    /// [`Error::InUse`] if something was made of it or is being made; [`Error::Ambiguous`] if `name` means several;
    /// [`Error::NotFound`]. Nothing sound is removed while another artefact is damaged, since nobody can
    /// tell what that one depends on; what is damaged itself can be removed.
    pub fn remove(&self, name: &str) -> Result<String, Error> {
        let mut candidates = self.matching(name)?;
        if candidates.len() > 1 {
            return Err(Error::Ambiguous {
                name: name.to_string(),
                candidates,
            });
        }
        let Some(folder) = candidates.pop() else {
            return Err(self.not_found(name));
        };
        let dependents = self.dependents(&folder)?;
        if !dependents.is_empty() {
            return Err(Error::InUse {
                name: folder,
                dependents,
            });
        }
        // Out of sight by one rename first, so that nobody finds half of it.
        let path = self.root.join(&folder);
        let doomed = self
            .root
            .join(DRAFTS_FOLDER)
            .join(format!("removed-{folder}"));
        if doomed.exists() {
            fs::remove_dir_all(&doomed).map_err(|e| Error::io("remove", &doomed, e))?;
        }
        fs::rename(&path, &doomed).map_err(|e| Error::io("remove", &path, e))?;
        files::sync_folder(&self.root)?;
        fs::remove_dir_all(&doomed).map_err(|e| Error::io("remove", &doomed, e))?;
        Ok(folder)
    }

    /// The ids of what was made of the artefact in `folder`, and of what is being made of it.
    fn dependents(&self, folder: &str) -> Result<Vec<String>, Error> {
        let mut dependents = Vec::new();
        let own = Manifest::read(&self.root.join(folder));
        let is_damaged = matches!(own, Err(Error::BadManifest { .. }));
        for other in self.folders()?.into_iter().filter(|other| other != folder) {
            let manifest = match Manifest::read(&self.root.join(&other)) {
                // Or two damaged ones would keep each other for ever.
                Err(_) if is_damaged => continue,
                read => read?,
            };
            let mut inside = manifest.inputs.iter().filter(|input| !input.is_outside());
            if inside.any(|input| input.id() == folder) {
                dependents.push(other);
            }
        }
        for (id, inputs) in self.being_made()? {
            if inputs.iter().any(|input| input == folder) {
                dependents.push(format!("{id} (being made)"));
            }
        }
        Ok(dependents)
    }

    /// The names of the folders of all artefacts, sorted.
    fn folders(&self) -> Result<Vec<String>, Error> {
        let mut folders = Vec::new();
        for entry in fs::read_dir(&self.root).map_err(|e| Error::io("list", &self.root, e))? {
            let entry = entry.map_err(|e| Error::io("list", &self.root, e))?;
            let name = entry.file_name().to_string_lossy().into_owned();
            let is_artefact = name
                .split_once('@')
                .is_some_and(|(name, _)| manifest::is_name(name));
            if is_artefact && entry.path().is_dir() {
                folders.push(name);
            }
        }
        folders.sort();
        Ok(folders)
    }

    /// The folders that `name`, with or without the beginning of a key, may mean.
    fn matching(&self, name: &str) -> Result<Vec<String>, Error> {
        let (name, key_prefix) = name.split_once('@').unwrap_or((name, ""));
        // A whole key is longer than what the folder's name shows of it.
        let fits = |key: &str| key.starts_with(key_prefix) || key_prefix.starts_with(key);
        let mut folders = self.folders()?;
        folders.retain(|folder| {
            folder
                .split_once('@')
                .is_some_and(|(other, key)| other == name && fits(key))
        });
        Ok(folders)
    }

    fn not_found(&self, name: &str) -> Error {
        let folders = self.folders().unwrap_or_default();
        let (wanted, key) = name.split_once('@').unwrap_or((name, ""));
        let shown = |folder: &String| match key {
            "" => folder.split('@').next().unwrap_or_default().to_string(),
            _ => folder.clone(),
        };
        let mut near: Vec<(f64, String)> = folders
            .iter()
            .map(|folder| {
                let other = folder.split('@').next().unwrap_or_default();
                (strsim::jaro_winkler(wanted, other), shown(folder))
            })
            .filter(|(likeness, _)| *likeness >= LIKENESS_MIN)
            .collect();
        near.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
        near.dedup_by(|a, b| a.1 == b.1);
        near.truncate(SUGGESTIONS_MAX);
        Error::NotFound {
            name: name.to_string(),
            home: self.root.clone(),
            near: near.into_iter().map(|(_, name)| name).collect(),
        }
    }
}
