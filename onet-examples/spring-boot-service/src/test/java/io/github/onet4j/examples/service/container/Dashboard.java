package io.github.onet4j.examples.service.container;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The example dashboard of Cloud Monitoring. */
final class Dashboard {
    private static final Pattern METRIC = Pattern.compile("([a-z_]+)\\{");

    private final YamlNode file = Checkout.yaml(Checkout.SERVICE.resolve("monitoring/dashboard.json"));

    List<YamlNode> tiles() {
        return file.at("mosaicLayout", "tiles").list();
    }

    int columns() {
        return Integer.parseInt(file.at("mosaicLayout", "columns").text());
    }

    /** The series that the service itself must show. */
    Set<String> metricsOfTheService() {
        Set<String> names = new TreeSet<>();
        queries()
                .map(query -> query.at("prometheusQuery"))
                .filter(query -> !query.isEmpty())
                .forEach(query -> METRIC.matcher(query.text()).results().forEach(found -> names.add(found.group(1))));
        return names;
    }

    /** The filters over what Google Cloud measures by itself. */
    List<String> filters() {
        return queries()
                .map(query -> query.at("timeSeriesFilter", "filter"))
                .filter(filter -> !filter.isEmpty())
                .map(YamlNode::text)
                .toList();
    }

    private Stream<YamlNode> queries() {
        return tiles().stream()
                .flatMap(tile -> tile.at("widget", "xyChart", "dataSets").list().stream())
                .map(dataSet -> dataSet.at("timeSeriesQuery"));
    }
}
