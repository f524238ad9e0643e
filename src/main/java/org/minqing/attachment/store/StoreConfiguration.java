package org.minqing.attachment.store;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Chooses where the bytes lie. */
@Configuration(proxyBeanMethods = false)
class StoreConfiguration {

    /** @param folder empty for the database; otherwise a folder that all nodes reach */
    @Bean
    AttachmentStore attachmentStore(JdbcClient jdbc, @Value("${minqing.attachments.folder}") String folder) {
        return folder.isBlank() ? new PieceTable(jdbc) : new Folder(Path.of(folder));
    }
}
