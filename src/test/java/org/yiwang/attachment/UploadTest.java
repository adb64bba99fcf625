package org.yiwang.attachment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiwang.TestDatabase;
import org.yiwang.organisation.Role;
import org.yiwang.organisation.Sight;
import org.yiwang.organisation.Staff;
import org.yiwang.organisation.UnitId;
import org.yiwang.platform.Ids;
import org.yiwang.platform.RefusedException;
import org.yiwang.platform.Tenant;

@Tag("database")
class UploadTest {
    private static final Tenant DAQIAO = new Tenant(310110018);
    private static final Instant NOON = Instant.parse("2021-11-09T04:00:00Z");
    private static final Staff ZHANG = clerk("zhang", DAQIAO);
    private static final Staff LI = clerk("li", DAQIAO);
    private static final UUID CASE = new UUID(0, 7);
    private static final Uploader BY_ZHANG = Uploader.of(ZHANG);

    /** Cases are Li's alone. */
    private static final AttachmentGuard CASES = new AttachmentGuard() {
        @Override
        public String kind() {
            return "case";
        }

        @Override
        public boolean visible(Staff staff, UUID matter) {
            return staff.equals(LI);
        }
    };

    private final DataSource source = TestDatabase.fresh().dataSource();
    private final JdbcClient jdbc = JdbcClient.create(source);
    private final AttachmentStore store = new AttachmentStore(jdbc);
    private final TransactionTemplate transactions = new TransactionTemplate(new JdbcTransactionManager(source));
    private final Attachments attachments;
    private final AttachmentFiles files;
    private final ReceiveUpload receive;
    private final AttachmentDownload download;
    private final Path folder;

    UploadTest(@TempDir Path folder) {
        this.folder = folder;
        files = new AttachmentFiles(folder);
        receive = new ReceiveUpload(files, store, new Ids(at(NOON), new Random(7)), at(NOON));
        attachments = new Attachments(store, files, receive, List.of(CASES));
        download = new AttachmentDownload(store, files);
    }

    @Test
    void an_upload_can_be_seen_by_whoever_uploaded_it_until_its_matter_decides() throws Exception {
        UUID photo = upload(BY_ZHANG).id();
        assertThat(attachments.visible(ZHANG, photo)).isTrue();
        assertThat(attachments.visible(LI, photo)).isFalse();
        attachments.link(DAQIAO, List.of(photo), "case", CASE);
        assertThat(attachments.visible(ZHANG, photo)).isFalse();
        assertThat(attachments.visible(LI, photo)).isTrue();
        assertThat(attachments.visible(clerk("li", new Tenant(310110019)), photo))
                .isFalse();
    }

    @Test
    void an_attachment_of_an_unknown_kind_of_matter_is_seen_by_nobody() throws Exception {
        UUID photo = upload(BY_ZHANG).id();
        attachments.link(DAQIAO, List.of(photo), "elsewhere", CASE);
        assertThat(attachments.visible(ZHANG, photo)).isFalse();
    }

    @Test
    void what_was_uploaded_is_read_back_with_every_field() throws Exception {
        Attachment photo = upload(BY_ZHANG);
        assertThat(photo.lon()).isNotNull();
        assertThat(photo.takenAt()).isNotNull();
        attachments.link(DAQIAO, List.of(photo.id()), "case", CASE);
        assertThat(attachments.of(DAQIAO, "case", CASE)).containsExactly(photo);
    }

    @Test
    void a_link_goes_with_the_transaction_that_made_it() throws Exception {
        UUID photo = upload(BY_ZHANG).id();
        transactions.executeWithoutResult(status -> {
            attachments.link(DAQIAO, List.of(photo), "case", CASE);
            status.setRollbackOnly();
        });
        assertThat(attachments.of(DAQIAO, "case", CASE)).isEmpty();
    }

    @Test
    void only_the_uploader_can_attach_and_a_resident_only_what_is_free() throws Exception {
        UUID own = upload(BY_ZHANG).id();
        UUID residents = upload(Uploader.RESIDENT).id();
        assertThat(attachments.check(DAQIAO, List.of(own), BY_ZHANG)).hasSize(1);
        assertThat(attachments.check(DAQIAO, List.of(residents), Uploader.RESIDENT))
                .hasSize(1);
        assertThatThrownBy(() -> attachments.check(DAQIAO, List.of(own), Uploader.RESIDENT))
                .isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> attachments.check(DAQIAO, List.of(own), Uploader.of(LI)))
                .isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> attachments.check(DAQIAO, List.of(new UUID(0, 9)), BY_ZHANG))
                .isInstanceOf(RefusedException.class);
        attachments.link(DAQIAO, List.of(residents), "case", CASE);
        assertThatThrownBy(() -> attachments.check(DAQIAO, List.of(residents), Uploader.RESIDENT))
                .isInstanceOf(RefusedException.class);
    }

    @Test
    void after_a_day_only_what_something_refers_to_is_left() throws Exception {
        UUID linked = upload(BY_ZHANG).id();
        UUID left = upload(BY_ZHANG).id();
        attachments.link(DAQIAO, List.of(linked), "case", CASE);
        cleanUp(NOON.plus(DeleteUnlinked.KEPT));
        assertThat(store.exists(left)).isTrue();
        cleanUp(NOON.plus(DeleteUnlinked.KEPT).plusSeconds(1));
        assertThat(store.exists(left)).isFalse();
        assertThat(files.original(left)).doesNotExist();
        assertThat(files.thumbnail(left)).doesNotExist();
        assertThat(store.exists(linked)).isTrue();
        assertThat(files.original(linked)).exists();
    }

    @Test
    void what_a_crash_left_of_an_upload_is_cleared_away() throws Exception {
        UUID lost = new UUID(7, 7);
        files.begin(lost);
        files.write(files.original(lost), new byte[] {1});
        Path mark = folder.resolve("attachments/incoming/" + lost);
        Files.setLastModifiedTime(mark, FileTime.from(NOON.minus(Duration.ofHours(2))));
        cleanUp(NOON);
        assertThat(files.original(lost)).doesNotExist();
        assertThat(mark).doesNotExist();
    }

    @Test
    void a_refused_upload_leaves_nothing_behind() throws IOException {
        assertThatThrownBy(() -> receive.receive(DAQIAO, BY_ZHANG, "a.jpg", () -> "hello".getBytes(UTF_8)))
                .isInstanceOf(RefusedException.class);
        try (var all = Files.walk(folder)) {
            assertThat(all.filter(Files::isRegularFile)).isEmpty();
        }
    }

    @Test
    void pictures_are_shown_and_documents_are_saved_and_neither_runs_anything() throws Exception {
        var photo = download.original(DAQIAO, upload(BY_ZHANG).id()).getHeaders();
        assertThat(photo.getFirst("Content-Disposition")).startsWith("inline");
        assertThat(photo.getFirst("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(photo.getFirst("Content-Security-Policy")).isEqualTo("default-src 'none'; sandbox");
        UUID document = receive.receive(DAQIAO, BY_ZHANG, "方案.pdf", Photos::pdf).id();
        var saved = download.original(DAQIAO, document).getHeaders();
        assertThat(saved.getFirst("Content-Disposition"))
                .startsWith("attachment")
                .contains("UTF-8''%E6%96%B9");
        RefusedException refused =
                catchThrowableOfType(RefusedException.class, () -> download.thumbnail(DAQIAO, document));
        assertThat(refused.refusal().code()).isEqualTo("attachment.no-thumbnail");
    }

    @Test
    void an_address_that_uploads_too_much_has_to_wait() {
        UploadThrottle throttle = new UploadThrottle(store, at(NOON));
        for (int i = 0; i < UploadThrottle.UPLOADS_PER_ADDRESS_MAX; i++) throttle.admit("10.0.0.1");
        assertThatThrownBy(() -> throttle.admit("10.0.0.1")).isInstanceOf(RefusedException.class);
        throttle.admit("10.0.0.2");
    }

    private Attachment upload(Uploader by) throws InterruptedException {
        return receive.receive(DAQIAO, by, "a.jpg", () -> Photos.withExif(Photos.jpeg(80, 60), 1));
    }

    private void cleanUp(Instant now) throws IOException {
        new DeleteUnlinked(store, files, transactions, at(now)).run();
    }

    private static Clock at(Instant now) {
        return Clock.fixed(now, ZoneOffset.UTC);
    }

    private static Staff clerk(String login, Tenant tenant) {
        UnitId centre = new UnitId("centre");
        UUID id = UUID.nameUUIDFromBytes(login.getBytes(UTF_8));
        Sight sight = new Sight(true, Set.of(), Set.of(), centre);
        return new Staff(id, tenant, login, login, login, centre, Set.of(Role.OPERATOR), sight);
    }
}
