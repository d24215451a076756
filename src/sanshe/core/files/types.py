"""What comes out of looking at a file."""

from dataclasses import dataclass

from sanshe.core.files.enums import Kind

MEDIA = {
    Kind.JPEG: "image/jpeg",
    Kind.PNG: "image/png",
    Kind.PDF: "application/pdf",
    Kind.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    Kind.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    Kind.ZIP: "application/zip",
}


@dataclass(frozen=True, slots=True)
class Clean:
    """A file as it will be kept: its bytes after cleaning, and what they are."""

    data: bytes
    kind: Kind
    width: int = 0
    height: int = 0
