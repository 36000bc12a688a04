package docx

// Donor is an office's own document, of which the styles, the page, the header
// and the footer are taken.
type Donor struct {
	parts []part
}

func (d *Donor) look() look { return ownLook("") }
