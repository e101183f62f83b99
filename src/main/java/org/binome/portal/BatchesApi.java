package org.binome.portal;

import java.net.URI;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.binome.contract.Batch;
import org.binome.contract.BatchItem;
import org.binome.contract.Batches;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Batches of drafts for other programs.
 */
@RestController
@RequestMapping(path = "/api/batches", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Batches", description = "Draft all contracts in force with the templates of the day")
@PreAuthorize("hasAnyRole('LEGAL', 'ADMIN')")
class BatchesApi {

	private final Batches batches;

	BatchesApi(Batches batches) {
		this.batches = batches;
	}

	@GetMapping
	@Operation(summary = "List batches", description = "The latest twenty, newest first.")
	List<BatchView> list() {
		return this.batches.latest().stream().map(BatchView::of).toList();
	}

	@PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
	@Operation(summary = "Start a batch",
			description = "Drafts every contract in force; what is in force stays as it is. "
					+ "While a batch is running, that one is returned.")
	ResponseEntity<BatchView> start(@Valid @RequestBody NewBatch batch, Principal user) {
		Batch started = this.batches.start(batch.reason(), user.getName());
		return ResponseEntity.created(URI.create("/api/batches/" + started.id())).body(BatchView.of(started));
	}

	@GetMapping("/{id}")
	@Operation(summary = "Read a batch", description = "How far it is.")
	BatchView get(@PathVariable UUID id) {
		return BatchView.of(this.batches.get(id));
	}

	@PostMapping("/{id}/stop")
	@Operation(summary = "Stop a batch", description = "What is done stays done; resume goes on with the rest.")
	BatchView stop(@PathVariable UUID id) {
		this.batches.stop(id);
		return get(id);
	}

	@PostMapping("/{id}/resume")
	@Operation(summary = "Resume a batch", description = "Goes on with the contracts that are left.")
	BatchView resume(@PathVariable UUID id) {
		this.batches.resume(id);
		return get(id);
	}

	@PostMapping("/{id}/retry")
	@Operation(summary = "Retry a batch", description = "Drafts those that failed again.")
	BatchView retry(@PathVariable UUID id) {
		this.batches.retry(id);
		return get(id);
	}

	@GetMapping("/{id}/items")
	@Operation(summary = "List the contracts of a batch",
			description = "Those in one state, by number; give the number of the last one as after for the next page.")
	List<ItemView> items(@PathVariable UUID id, @RequestParam(defaultValue = "FAILED") BatchItem.State state,
			@RequestParam(defaultValue = "0") @Min(0) long after,
			@RequestParam(defaultValue = "100") @Min(1) @Max(500) int limit) {
		this.batches.get(id);
		return this.batches.items(id, state, after, limit).stream().map(ItemView::of).toList();
	}

	/** What to start. */
	record NewBatch(@NotBlank @Size(max = BatchPages.LONGEST_REASON) String reason) {
	}

	/** How far a batch is. */
	record BatchView(UUID id, Batch.State state, String reason, String startedBy, Instant startedAt, Instant endedAt,
			long total, long waiting, long changed, long unchanged, long failed) {

		static BatchView of(Batch batch) {
			return new BatchView(batch.id(), batch.state(), batch.reason(), batch.startedBy(), batch.startedAt(),
					batch.endedAt(), batch.total(), batch.waiting(), batch.changed(), batch.unchanged(),
					batch.failed());
		}

	}

	/** What became of a contract. */
	record ItemView(UUID contractId, long number, String reference, int revision, BatchItem.State state,
			String templateVersion, int changedClauses, String sha256, String reason, Instant doneAt) {

		static ItemView of(BatchItem item) {
			return new ItemView(item.contractId(), item.number(), item.reference(), item.revision(), item.state(),
					item.templateVersion(), item.changedClauses(), item.sha256(), item.reason(), item.doneAt());
		}

	}

}
