import asyncio

async def slow_task():
    await asyncio.sleep(5)
    return "finished"

async def main():
    try:
        await asyncio.wait_for(slow_task(), timeout=2)
    except asyncio.TimeoutError:
        print("Task timed out!")

asyncio.run(main())
