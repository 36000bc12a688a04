package inspection

// MemberID names a member of the inspecting teams for good.
type MemberID string
