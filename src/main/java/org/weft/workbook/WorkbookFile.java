package org.weft.workbook;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A finished workbook on disk, to be handed out once: its name and size are known before the first byte goes out. It is
 * deleted when its stream is closed, or by {@link #close}.
 */
public final class WorkbookFile implements AutoCloseable {

    /** What it is, as HTTP and mail say it. */
    public static final String CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final String name;
    private final Path path;
    private final long size;

    WorkbookFile(String name, Path path) throws IOException {
        this.name = name;
        this.path = path;
        this.size = Files.size(path);
    }

    /** The name a workbook is saved under: with its ending, and what a file name must not hold replaced. */
    public static String nameOf(String wanted) {
        return FileNames.clean(wanted);
    }

    /** The name to save it under, with its ending. */
    public String name() {
        return name;
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
