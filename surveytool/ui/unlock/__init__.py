"""The way in: unlock a workspace, make one, open the demo."""
