package data

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
)

// folderName is what our folder is called in the user's.
const folderName = "xuncha"

// DefaultPath is where the book lies unless somebody says otherwise: in the
// user's data folder. It makes nothing.
func DefaultPath() (string, error) {
	folder, err := dataFolder()
	if err != nil {
		return "", fmt.Errorf("data: default path: %w", err)
	}
	return filepath.Join(folder, folderName, "book.xuncha"), nil
}

// DefaultWitness is the folder of the witness files: in the user's config
// folder, so that copying or restoring the data folder leaves it behind.
func DefaultWitness() (string, error) {
	folder, err := os.UserConfigDir()
	if err != nil {
		return "", fmt.Errorf("data: default witness: %w", err)
	}
	return filepath.Join(folder, folderName, "witness"), nil
}

// dataFolder is %LocalAppData% on Windows, which does not wander between
// machines as %AppData% does; Application Support on a Mac; else XDG's.
func dataFolder() (string, error) {
	if runtime.GOOS == "windows" {
		return os.UserCacheDir()
	}
	if runtime.GOOS == "darwin" {
		return os.UserConfigDir()
	}
	if folder := os.Getenv("XDG_DATA_HOME"); filepath.IsAbs(folder) {
		return folder, nil
	}
	home, err := os.UserHomeDir()
	return filepath.Join(home, ".local", "share"), err
}
