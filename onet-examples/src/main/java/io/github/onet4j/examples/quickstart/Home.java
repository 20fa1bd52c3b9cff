package io.github.onet4j.examples.quickstart;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** The folder that keeps the database and downloads between runs. One process at a time can open it. */
final class Home implements AutoCloseable {
    private final Path folder;
    private final FileChannel lockFile;

    private Home(Path folder, FileChannel lockFile) {
        this.folder = folder;
        this.lockFile = lockFile;
    }

    static Home open(Path folder) {
        try {
            Path real = Files.createDirectories(folder).toRealPath();
            FileChannel lockFile =
                    FileChannel.open(real.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (tryLock(lockFile) == null) {
                lockFile.close();
                throw new QuickstartException("Another quickstart is using " + real + ".\n"
                        + "Wait for it to end (an open JShell counts, too), or use another folder:  --home FOLDER");
            }
            return new Home(real, lockFile);
        } catch (IOException e) {
            throw new QuickstartException(
                    "Can't write to " + folder + " (" + e + ").\nUse a writable folder:  --home FOLDER", e);
        }
    }

    Path folder() {
        return folder;
    }

    /** Returns the folder for downloaded archives. */
    Path downloads() {
        return folder.resolve("downloads");
    }

    /** Returns the folder for the embedded database. */
    Path database() {
        return folder.resolve("postgresql");
    }

    @Override
    public void close() {
        try {
            lockFile.close();
        } catch (IOException e) {
            throw new QuickstartException("Can't release the lock in " + folder + ": " + e.getMessage(), e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel file) throws IOException {
        try {
            return file.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }
}
