//! Walking, hashing and syncing the files of an artefact.

use crate::Error;
use crate::manifest::{FileEntry, hash_of};
use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::Read;
use std::path::{Path, PathBuf};

/// Deeper folders mean a link that leads back to itself.
const DEPTH_MAX: usize = 64;

/// All files below `root` by their path relative to it, parted by `/`; a link is an error.
pub(crate) fn walk(root: &Path) -> Result<BTreeMap<String, PathBuf>, Error> {
    let mut files = BTreeMap::new();
    walk_into(root, "", 0, &mut files)?;
    Ok(files)
}

fn walk_into(
    folder: &Path,
    prefix: &str,
    depth: usize,
    files: &mut BTreeMap<String, PathBuf>,
) -> Result<(), Error> {
    let bad = |path: PathBuf, problem| Err(Error::BadFile { path, problem });
    if depth > DEPTH_MAX {
        return bad(folder.to_path_buf(), "this is nested too deeply");
    }
    let entries = fs::read_dir(folder).map_err(|e| Error::io("list", folder, e))?;
    for entry in entries {
        let path = entry.map_err(|e| Error::io("list", folder, e))?.path();
        let Some(name) = path.file_name().and_then(|name| name.to_str()) else {
            return bad(path, "this name is not UTF-8");
        };
        let relative = format!("{prefix}{name}");
        let metadata = fs::symlink_metadata(&path).map_err(|e| Error::io("read", &path, e))?;
        if metadata.is_dir() {
            walk_into(&path, &format!("{relative}/"), depth + 1, files)?;
        } else if metadata.is_file() {
            files.insert(relative, path);
        } else {
            return bad(path, "this is a link or a device");
        }
    }
    Ok(())
}

/// Size and BLAKE3 hash of one file, read in pieces.
pub(crate) fn hash_file(path: &Path) -> Result<FileEntry, Error> {
    let mut file = File::open(path).map_err(|e| Error::io("read", path, e))?;
    hash_open_file(&mut file, path)
}

/// Like [`hash_file`], and makes sure that the file's bytes have reached the disk.
pub(crate) fn hash_and_sync_file(path: &Path) -> Result<FileEntry, Error> {
    let mut file = File::open(path).map_err(|e| Error::io("read", path, e))?;
    file.sync_all().map_err(|e| Error::io("write", path, e))?;
    hash_open_file(&mut file, path)
}

fn hash_open_file(file: &mut File, path: &Path) -> Result<FileEntry, Error> {
    let mut hasher = blake3::Hasher::new();
    let mut buffer = vec![0; 1 << 20];
    loop {
        let length = match file.read(&mut buffer) {
            Ok(0) => break,
            Ok(length) => length,
            Err(e) if e.kind() == std::io::ErrorKind::Interrupted => continue,
            Err(e) => return Err(Error::io("read", path, e)),
        };
        hasher.update(&buffer[..length]);
    }
    Ok(FileEntry {
        bytes: hasher.count(),
        blake3: hasher.finalize().to_hex().to_string(),
    })
}

/// The BLAKE3 hash of files with their names, which tell them apart: the `content` of an [`crate::Input`] from outside
/// the home. It depends on their order; every file that is read belongs here, and no other.
///
/// # Errors
///
/// If something cannot be read.
pub fn content_of<'f>(
    files: impl IntoIterator<Item = (&'f str, &'f Path)>,
) -> Result<String, Error> {
    let hashed = files
        .into_iter()
        .map(|(name, path)| Ok((name, hash_file(path)?)));
    let hashed = hashed.collect::<Result<Vec<_>, Error>>()?;
    Ok(hash_of(hashed.iter().map(|(name, entry)| (*name, entry))))
}

/// Makes the names in `folder` and in all folders below it durable.
pub(crate) fn sync_folders(folder: &Path) -> Result<(), Error> {
    for entry in fs::read_dir(folder).map_err(|e| Error::io("list", folder, e))? {
        let entry = entry.map_err(|e| Error::io("list", folder, e))?;
        if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            sync_folders(&entry.path())?;
        }
    }
    sync_folder(folder)
}

/// Makes a finished `draft` folder appear as `target`, which must not exist, by one rename, after its
/// files and their names have been brought to the disk.
///
/// # Errors
///
/// [`Error::DiskFull`] and other input/output errors; the draft is then where it was.
pub fn publish(draft: &Path, target: &Path) -> Result<(), Error> {
    for path in walk(draft)?.values() {
        File::open(path)
            .and_then(|file| file.sync_all())
            .map_err(|e| Error::io("write", path, e))?;
    }
    sync_folders(draft)?;
    fs::rename(draft, target).map_err(|e| Error::io("create", target, e))?;
    match target.parent() {
        Some(parent) if parent != Path::new("") => sync_folder(parent),
        _ => sync_folder(Path::new(".")),
    }
}

/// Makes the names in `folder` durable. Only Unix can, and needs to, do this.
pub(crate) fn sync_folder(folder: &Path) -> Result<(), Error> {
    if cfg!(unix) {
        File::open(folder)
            .and_then(|folder| folder.sync_all())
            .map_err(|e| Error::io("write", folder, e))?;
    }
    Ok(())
}

/// Takes away, or gives back, the right to write the file. Best effort: a file system that knows no
/// such rights changes nothing about the artefact's worth.
pub(crate) fn set_read_only(path: &Path, read_only: bool) {
    if let Ok(metadata) = fs::metadata(path) {
        let mut permissions = metadata.permissions();
        set_permission_bits(&mut permissions, read_only);
        let _ = fs::set_permissions(path, permissions);
    }
}

#[cfg(unix)]
fn set_permission_bits(permissions: &mut fs::Permissions, read_only: bool) {
    use std::os::unix::fs::PermissionsExt;
    let mode = permissions.mode();
    permissions.set_mode(if read_only {
        mode & !0o222
    } else {
        mode | 0o200 // the owner alone, unlike `set_readonly(false)`
    });
}

#[cfg(not(unix))]
fn set_permission_bits(permissions: &mut fs::Permissions, read_only: bool) {
    permissions.set_readonly(read_only);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn content_depends_on_bytes_and_names_alone() {
        let folder = tempfile::tempdir().unwrap();
        let [a, b, other, none] = ["a", "b", "other", "none"].map(|name| folder.path().join(name));
        for (path, text) in [(&a, "1"), (&b, "1"), (&other, "2")] {
            fs::write(path, text).unwrap();
        }
        let content = |name, path| content_of([(name, path)]).unwrap();
        assert_eq!(content("log/one.txt", &a), content("log/one.txt", &b));
        assert_ne!(content("log/one.txt", &a), content("log/one.txt", &other));
        assert_ne!(content("log/one.txt", &a), content("log/two.txt", &a));
        let missing = content_of([("none", none.as_path())]).unwrap_err();
        assert!(missing.to_string().contains("none"), "{missing}");
    }

    #[cfg(unix)]
    #[test]
    fn a_link_that_leads_back_is_an_error() {
        let folder = tempfile::tempdir().unwrap();
        std::os::unix::fs::symlink(folder.path(), folder.path().join("again")).unwrap();
        assert!(walk(folder.path()).is_err());
    }
}
