package org.weft.base.ui;

import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Takes an uploaded file into a temporary one that only this process reads, until it is discarded. Reads no more than
 * one byte beyond the limit: enough to see that the file is too big.
 */
class UploadedFile implements UploadHandler {

    private static final int CHUNK = 64 * 1024;

    private final long maxBytes;
    private volatile @Nullable Taken taken;

    UploadedFile(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    /**
     * A file that arrived.
     *
     * @param name the one it was uploaded under
     */
    record Taken(String file, String name) implements Serializable {
        Path path() {
            return Path.of(file);
        }
    }

    @Override
    public void handleUploadRequest(UploadEvent event) throws IOException {
        discard();
        var path = Files.createTempFile("weft-import-", ".upload");
        taken = new Taken(path.toString(), event.getFileName());
        try (var in = event.getInputStream();
                var out = Files.newOutputStream(path)) {
            var buffer = new byte[CHUNK];
            var left = maxBytes + 1;
            for (var read = in.read(buffer); read >= 0 && left > 0; read = in.read(buffer)) {
                out.write(buffer, 0, (int) Math.min(read, left));
                left -= read;
            }
        } catch (IOException e) {
            discard();
            throw e;
        }
    }

    @Nullable Taken taken() {
        return taken;
    }

    void discard() {
        var file = taken;
        taken = null;
        if (file != null) {
            try {
                Files.deleteIfExists(file.path());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
