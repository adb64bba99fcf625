package org.yiwang.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.yiwang.HttpVisitor;
import org.yiwang.HttpVisitor.Answer;
import org.yiwang.RunningProduct;
import org.yiwang.platform.Tenant;
import org.yiwang.scenario.ScenarioStore.Version;

/** What began under a version lives on under it, however many came after. */
@Tag("database")
class OldVersionsTest {
    private static final Tenant TENANT = new Tenant(310110018);
    private static final String STAFF = "8a3c5f0e-0000-7000-8000-000000000001";
    private static final int LATER_VERSIONS = 21;

    private final RunningProduct product = RunningProduct.start();
    private final PublishPackage publish = product.bean(PublishPackage.class);

    @Test
    void a_case_is_shown_with_the_questions_of_the_version_that_opened_it_after_more_than_twenty_others() {
        publish("1.0", "占用程度");
        HttpVisitor operator = product.signedIn("operator");
        Answer opened = operator.post(
                "/api/v1/cases",
                Map.of(
                        "category",
                        "AGEDPA01",
                        "description",
                        "占道",
                        "place",
                        RunningProduct.PLACE,
                        "answers",
                        Map.of("extent", "little")));
        assertThat(opened.status()).as(opened.text()).isEqualTo(201);
        for (int n = 1; n <= LATER_VERSIONS; n++) publish("1." + n, "占用程度第" + n + "版");
        String path = "/api/v1/cases/" + opened.get("id");
        assertThat(operator.get(path).json().at("/answers/0/zh").asString()).isEqualTo("占用程度");
        assertThat(operator.post(path + "/actions/accept", Map.of()).status()).isEqualTo(200);
    }

    private void publish(String version, String question) {
        Map<String, byte[]> content = new HashMap<>();
        PackageTemplate.of("aged-package").forEach((path, text) -> content.put(path, text.getBytes(UTF_8)));
        content.computeIfPresent(
                Pack.FILE, (_, text) -> replaced(text, "(?m)^version:.*$", "version: \"" + version + "\""));
        content.computeIfPresent("cases/example.yaml", (_, text) -> replaced(text, "占用程度", question));
        Version taken = publish.takeIn(TENANT, PackageLibrary.read(content, List.of()), STAFF);
        publish.publish(TENANT, taken.packageId(), taken.number(), STAFF);
    }

    private static byte[] replaced(byte[] text, String what, String by) {
        return new String(text, UTF_8).replaceAll(what, by).getBytes(UTF_8);
    }
}
