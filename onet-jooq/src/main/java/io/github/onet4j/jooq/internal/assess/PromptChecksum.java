package io.github.onet4j.jooq.internal.assess;

import io.github.onet4j.assess.Prompt;
import io.github.onet4j.internal.Sha256;

/** Computes the checksum that tells prompts apart. */
final class PromptChecksum {
    private PromptChecksum() {}

    /** Returns the SHA-256 of instructions, data and schema in UTF-8, each followed by a zero byte. */
    static String sha256(Prompt prompt) {
        return new Sha256()
                .add(prompt.instructions() + '\0')
                .add(prompt.data() + '\0')
                .add(prompt.responseSchema() + '\0')
                .hex();
    }
}
