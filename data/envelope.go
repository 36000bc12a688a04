package data

import (
	"crypto/sha256"
	"fmt"

	"xuncha/inspection"
)

// Every value in the file passes here, so that encryption can come later as
// one more suite and nothing else has to know.
//
// Suite 0 is the value in the open with a check, since bbolt's pages have none:
// of 600 flipped bits 403 went unseen. The check covers where the value lies,
// so that a value cannot be moved to another key:
//
//	0 ‖ value ‖ first 16 bytes of SHA-256(format ‖ len bucket ‖ bucket ‖ key ‖ SHA-256(value))
//
// The value's own SHA-256 stands in for it because it is needed anyway, as the
// hash of an entry, and a journal key then leaves just one block to hash.
const (
	suitePlain = 0
	tagSize    = 16
)

// digest is the SHA-256 of a value, of an entry its hash.
type digest = inspection.Hash

// wrap puts a value into its envelope.
func wrap(bucket string, key, value []byte) []byte {
	return wrapHashed(bucket, key, value, sha256.Sum256(value))
}

func wrapHashed(bucket string, key, value []byte, of digest) []byte {
	raw := make([]byte, 0, 1+len(value)+tagSize)
	raw = append(raw, suitePlain)
	raw = append(raw, value...)
	tag := tagOf(formatVersion, bucket, key, of)
	return append(raw, tag[:]...)
}

// unwrap takes a value out of its envelope; it aliases raw. The error is
// ErrNewer for a suite that this release does not know, else ErrDamaged.
func unwrap(bucket string, key, raw []byte) ([]byte, digest, error) {
	return unwrapAs(formatVersion, bucket, key, raw)
}

func unwrapAs(format byte, bucket string, key, raw []byte) ([]byte, digest, error) {
	if len(raw) < 1+tagSize {
		return nil, digest{}, fmt.Errorf("%w: the value is cut short", ErrDamaged)
	}
	if raw[0] != suitePlain {
		return nil, digest{}, fmt.Errorf("%w: suite %d", ErrNewer, raw[0])
	}
	value := raw[1 : len(raw)-tagSize]
	of := sha256.Sum256(value)
	if tagOf(format, bucket, key, of) != [tagSize]byte(raw[len(raw)-tagSize:]) {
		return value, of, fmt.Errorf("%w: the value does not fit its check", ErrDamaged)
	}
	return value, of, nil
}

func tagOf(format byte, bucket string, key []byte, of digest) [tagSize]byte {
	var room [64]byte
	b := append(room[:0], format, byte(len(bucket)))
	b = append(b, bucket...)
	b = append(b, key...)
	b = append(b, of[:]...)
	sum := sha256.Sum256(b)
	return [tagSize]byte(sum[:])
}
