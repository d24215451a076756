"""The edge to the disk, to the libraries that look into files, and to the processes in which they look."""
