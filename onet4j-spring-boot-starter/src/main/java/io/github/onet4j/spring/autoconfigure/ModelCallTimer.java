package io.github.onet4j.spring.autoconfigure;

import io.github.onet4j.assess.LanguageModel;

/** Times the calls of a language model; there only where there are metrics. */
interface ModelCallTimer {
    LanguageModel timing(LanguageModel model, String name);
}
