package io.github.onet4j.spring.autoconfigure;

import io.github.onet4j.assess.LanguageModel;
import io.github.onet4j.gemini.GeminiLanguageModel;
import io.github.onet4j.jooq.Onet;
import io.github.onet4j.jooq.OnetListener;
import io.github.onet4j.spring.OnetBuilderCustomizer;
import io.github.onet4j.web.OnetWebServices;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.config.NamedBeanHolder;

/** Creates {@link Onet} out of the properties and the beans of the host. */
final class OnetFactory {
    /** Spring creates one bean at a time. Without it, each of many requests would wait for a failure of its own. */
    private static final Duration FAILURE_MEMORY = Duration.ofSeconds(1);

    private final OnetProperties properties;
    private final ObjectProvider<OnetWebServices> webServices;
    private final ObjectProvider<OnetListener> listeners;
    private final ObjectProvider<OnetBuilderCustomizer> customizers;
    private final ObjectProvider<ModelCallTimer> modelCallTimer;
    private final ConfigurableListableBeanFactory beans;
    private volatile @Nullable Failure failure;

    OnetFactory(
            OnetProperties properties,
            ObjectProvider<OnetWebServices> webServices,
            ObjectProvider<OnetListener> listeners,
            ObjectProvider<OnetBuilderCustomizer> customizers,
            ObjectProvider<ModelCallTimer> modelCallTimer,
            ConfigurableListableBeanFactory beans) {
        this.properties = properties;
        this.webServices = webServices;
        this.listeners = listeners;
        this.customizers = customizers;
        this.modelCallTimer = modelCallTimer;
        this.beans = beans;
    }

    Onet create(Supplier<DataSource> dataSource) {
        Failure recent = failure;
        if (recent != null && System.nanoTime() - recent.at() < FAILURE_MEMORY.toNanos()) {
            throw recent.exception();
        }
        try {
            Onet onet = builder(dataSource.get()).build();
            properties.schema().apply(onet);
            return onet;
        } catch (RuntimeException e) {
            failure = new Failure(System.nanoTime(), e);
            throw e;
        }
    }

    private Onet.Builder builder(DataSource dataSource) {
        Onet.Builder builder = Onet.create(JoiningDataSource.of(dataSource))
                .lockTimeout(properties.lockTimeout())
                .keepProfiles(properties.keepProfiles());
        String schemaName = properties.schemaName();
        if (schemaName != null) {
            builder.schemaName(schemaName);
        }
        webServices.ifAvailable(builder::webServices);
        if (beans.getBeanNamesForType(LanguageModel.class).length > 0) {
            addLanguageModel(builder);
        }
        List<OnetListener> told = listeners.orderedStream().toList();
        if (!told.isEmpty()) {
            builder.listener(new OnetListeners(told));
        }
        customizers.orderedStream().forEach(customizer -> customizer.customize(builder));
        return builder;
    }

    /** Names a model of the host's by its bean, for a model does not tell its name. */
    private void addLanguageModel(Onet.Builder builder) {
        NamedBeanHolder<LanguageModel> bean = beans.resolveNamedBean(LanguageModel.class);
        LanguageModel model = bean.getBeanInstance();
        String name = model instanceof GeminiLanguageModel gemini ? gemini.model() : bean.getBeanName();
        ModelCallTimer timer = modelCallTimer.getIfAvailable();
        builder.languageModel(timer == null ? model : timer.timing(model, name), name);
    }

    private record Failure(long at, RuntimeException exception) {}
}
