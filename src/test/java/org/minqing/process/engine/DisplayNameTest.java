package org.minqing.process.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisplayNameTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            小明, 王,      王小明
            '',   王网格,  王网格
            ,     王网格,  王网格
            娜,   欧阳,    欧阳娜
            ' 小明 ', 王,  王小明
            Ann,  Smith,   Ann Smith
            '',   Smith,   Smith
            小明, ,        小明""")
    void aChineseNameIsWholeWithTheSurnameFirstAndAnyOtherAsItIsSpoken(String given, String surname, String whole) {
        assertThat(DisplayName.of(given, surname)).isEqualTo(whole);
    }

    @Test
    void whoHasNoNameIsCalledByHisId() {
        assertThat(DisplayName.of(new UserEntity("ganshui-grid-01"))).isEqualTo("ganshui-grid-01");
    }
}
