package org.yiwang.platform.personal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Brings the keys of the key file to a start, makes the first key of a new installation, and refuses keys that do not fit the database. */
@Configuration(proxyBeanMethods = false)
class FindKeys {
    private static final Logger LOG = LoggerFactory.getLogger(FindKeys.class);

    @Bean
    PersonalData personalData(
            @Value("${yiwang.data}") Path data,
            @Value("${yiwang.key-file:}") String named,
            KeyRegister register,
            Clock clock)
            throws IOException {
        return find(new KeyFile(named.isBlank() ? data.resolve(KeyFile.NAME) : Path.of(named)), register, clock);
    }

    /** @throws KeyTrouble when the file is not the one that belongs to the database */
    static PersonalData find(KeyFile file, KeyRegister register, Clock clock) throws IOException {
        Map<String, byte[]> known = register.known();
        if (!file.exists()) {
            for (String lost : known.keySet()) throw KeyTrouble.missing(file.path(), lost);
            file.addKey();
            LOG.info(
                    "New key for personal data: {}. Keep a copy of it apart from the database's backups.", file.path());
        }
        if (file.isOpenToOthers())
            LOG.warn("{} can be read by others. Close it: chmod 600 {}", file.path(), file.path());
        List<DataKey> keys = file.read();
        for (String id : known.keySet()) {
            if (keys.stream().noneMatch(key -> key.id().equals(id))) throw KeyTrouble.lacking(file.path(), id);
        }
        for (DataKey key : keys) {
            byte[] fingerprint = known.get(key.id());
            boolean fits = fingerprint == null
                    ? register.remember(key, clock.instant())
                    : Arrays.equals(fingerprint, key.fingerprint());
            if (!fits) throw KeyTrouble.other(file.path(), key.id());
        }
        return new PersonalData(keys);
    }
}
