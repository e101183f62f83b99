package org.binome.document;

import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Stream;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The schema of the agreed data, which every contract carries, holds for the data we
 * show.
 */
class ContractSchemaTests {

	private static final PathMatchingResourcePatternResolver FILES = new PathMatchingResourcePatternResolver();

	private static final Schema SCHEMA = schema();

	@ParameterizedTest
	@MethodSource("samples")
	void everySampleIsValid(Resource sample) throws IOException {
		assertThat(SCHEMA.validate(sample.getContentAsString(UTF_8), InputFormat.JSON)).isEmpty();
	}

	@Test
	void wrongDataIsNamed() throws IOException {
		String sample = FILES.getResource("classpath:templates/contracts/marketing/sample-en.json")
			.getContentAsString(UTF_8);

		assertThat(SCHEMA.validate(sample.replace("\"noticeDays\": 60", "\"noticeDays\": \"sixty\""), InputFormat.JSON))
			.extracting(Error::toString)
			.singleElement()
			.asString()
			.contains("noticeDays");
		assertThat(
				SCHEMA.validate(sample.replace("\"kind\": \"marketing\"", "\"kind\": \"amendment\""), InputFormat.JSON))
			.extracting(Error::toString)
			.anyMatch((error) -> error.contains("amends"));
	}

	static Stream<Resource> samples() throws IOException {
		Resource[] samples = FILES.getResources("classpath:templates/contracts/*/sample-*.json");
		assertThat(samples).isNotEmpty();
		return Arrays.stream(samples);
	}

	private static Schema schema() {
		try {
			return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
				.getSchema(
						FILES.getResource("classpath:templates/contracts/data.schema.json").getContentAsString(UTF_8));
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
