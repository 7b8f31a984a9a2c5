package org.weft.workbook;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A finished file on disk, to be handed out once: its name and size are known before the first byte goes out. It is
 * deleted when its stream is closed, or by {@link #close}.
 */
public final class WorkbookFile implements AutoCloseable {

    private final String name;
    private final FileFormat format;
    private final Path path;
    private final long size;

    WorkbookFile(String name, FileFormat format, Path path) throws IOException {
        this.name = format.fileName(name);
        this.format = format;
        this.path = path;
        this.size = Files.size(path);
    }

    /** The name to save it under, with its ending. */
    public String name() {
        return name;
    }

    public FileFormat format() {
        return format;
    }

    /** In bytes. */
    public long size() {
        return size;
    }

    /** The file's bytes; closing the stream deletes the file. */
    public InputStream open() throws IOException {
        return new FilterInputStream(Files.newInputStream(path)) {
            @Override
            public void close() throws IOException {
                super.close();
                WorkbookFile.this.close();
            }
        };
    }

    /** Deletes the file; does nothing if it is gone. */
    @Override
    public void close() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
